using System.Xml.Linq;

namespace Mentorship.Office.Reading;

/// <summary>Reads office XML by local names, since the strict and the usual form differ in their namespaces alone.</summary>
internal static class OpenXml
{
    public static IEnumerable<XElement> Children(this XElement? element, string name) =>
        element?.Elements().Where(child => child.Name.LocalName == name) ?? [];

    public static XElement? Child(this XElement? element, string name) => element.Children(name).FirstOrDefault();

    /// <summary>The value of an attribute by its local name.</summary>
    public static string? Text(this XElement? element, string attribute) =>
        element?.Attributes().FirstOrDefault(found => found.Name.LocalName == attribute && !found.IsNamespaceDeclaration)?.Value;

    public static int? Number(this XElement? element, string attribute) => int.TryParse(element.Text(attribute), out int value) ? value : null;

    /// <summary>A property that is on when its element is there and does not say «0».</summary>
    public static bool IsOn(this XElement? element, string name) => element.Child(name) is { } found && found.Text("val") is not ("0" or "false" or "off" or "none");

    public static bool Says(this XElement? element, string attribute) => element.Text(attribute) is "1" or "true" or "on";
}
