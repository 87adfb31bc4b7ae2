using Mentorship.Web.Pages.Designer.Views;

namespace Mentorship.Web.Pages.Designer;

/// <summary>The views of one process; each shows the same session.</summary>
public enum DeskView { Diagram, Table, Words, Calendar, Steps, Play, Progress }

internal static class DeskViews
{
    /// <summary>In the order of the switch.</summary>
    public static IReadOnlyList<(DeskView View, string Name)> All =>
    [
        (DeskView.Diagram, DesignerTexts.ViewDiagram), (DeskView.Table, ViewTexts.Table), (DeskView.Words, ViewTexts.Words), (DeskView.Calendar, ViewTexts.Calendar),
        (DeskView.Steps, DesignerTexts.ViewSteps), (DeskView.Play, ViewTexts.Play), (DeskView.Progress, ViewTexts.Progress),
    ];
}
