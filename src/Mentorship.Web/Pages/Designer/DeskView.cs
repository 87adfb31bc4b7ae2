namespace Mentorship.Web.Pages.Designer;

/// <summary>The views of one process; each shows the same session.</summary>
public enum DeskView { Diagram, Steps }

internal static class DeskViews
{
    /// <summary>In the order of the switch.</summary>
    public static IReadOnlyList<(DeskView View, string Name)> All => [(DeskView.Diagram, DesignerTexts.ViewDiagram), (DeskView.Steps, DesignerTexts.ViewSteps)];
}
