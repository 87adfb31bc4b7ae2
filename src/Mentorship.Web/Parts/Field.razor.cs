using Microsoft.AspNetCore.Components;

namespace Mentorship.Web.Parts;

/// <summary>One input of a form, posted under <see cref="Name"/> by a static page or bound by an interactive one.</summary>
public sealed partial class Field : ComponentBase
{
    [Parameter, EditorRequired] public required string Name { get; set; }
    [Parameter, EditorRequired] public required string Label { get; set; }
    [Parameter] public string Type { get; set; } = "text";
    [Parameter] public string? Value { get; set; }
    [Parameter] public EventCallback<string?> ValueChanged { get; set; }
    [Parameter] public bool Required { get; set; }

    /// <summary>Help that stands there from the beginning.</summary>
    [Parameter] public string? Hint { get; set; }

    /// <summary>What is wrong and how to mend it; null while nothing is.</summary>
    [Parameter] public string? Message { get; set; }

    [Parameter] public RenderFragment<FieldAria>? ChildContent { get; set; }

    /// <summary>Further attributes of the input: <c>autocomplete</c>, <c>inputmode</c>, <c>maxlength</c>…</summary>
    [Parameter(CaptureUnmatchedValues = true)] public IReadOnlyDictionary<string, object>? More { get; set; }

    private string Id => Name.Replace('.', '-').Replace('[', '-').Replace("]", "", StringComparison.Ordinal);

    private string? DescribedBy
    {
        get
        {
            string ids = string.Join(' ', new[] { Hint is null ? null : Id + "-hint", Message is null ? null : Id + "-message" }.OfType<string>());
            return ids.Length == 0 ? null : ids;
        }
    }

    private Task Change(ChangeEventArgs change) => ValueChanged.InvokeAsync((string?)change.Value);
}

/// <summary>What an input that a page brings itself must carry, so that its label and its message are heard.</summary>
public sealed record FieldAria(string Id, string? DescribedBy, bool IsWrong);
