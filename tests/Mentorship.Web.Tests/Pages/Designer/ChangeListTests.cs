using System.Text.RegularExpressions;
using Mentorship.Flow;
using Mentorship.UseCases.Authoring;
using Mentorship.Web.Pages.Designer;
using Mentorship.Web.Pages.Designer.Versions;
using Mentorship.Web.Tests.Parts;
using Microsoft.AspNetCore.Components;

namespace Mentorship.Web.Tests.Pages.Designer;

public sealed partial class ChangeListTests
{
    /// <summary>«Проверить» stands on the arrow between the two; its arrows come along, and go again with it.</summary>
    [Fact]
    public async Task ANewStep_ThatWasTaken_OffersNoneOfItsArrows()
    {
        ProcessDefinition draft = Draft(), template = new RenameStep("b", "Подписать приказ").Apply(
            new AddStep("flow", "Mentorship.Approval", "Проверить") { Id = "x", From = new ArrowStart("a", "Done"), To = "b" }.Apply(draft).Definition!).Definition!;
        ProcessComparison comparison = new(template, [.. Comparison.Of(draft, template).Select(c => new ChangeLine(c, c.Subject))]);
        DesignerSession session = new(draft);
        string[] all = [.. comparison.Changes.Select(c => c.Change.Subject)];
        Assert.Equal(["step/x", "StepRenamed/b/", "arrow/a/Done/x", "arrow/x/Approved/b", "arrow/a/Done/b"], all);
        Assert.Equal(all, await OfferedAsync(session, comparison));

        session.Apply(TakingOver.Of(draft, template, comparison.Changes[0].Change)!);
        Assert.Equal(["StepRenamed/b/"], await OfferedAsync(session, comparison));

        session.Undo();
        Assert.Equal(all, await OfferedAsync(session, comparison));
    }

    private static ProcessDefinition Draft()
    {
        DefinitionBuilder builder = new("0000000000000004", "row", "Приказ");
        builder.Root.Add("Elsa.Start", "start", "Начало");
        builder.Root.Add("Mentorship.Task", "a", "Подготовить");
        builder.Root.Add("Mentorship.Signature", "b", "Подписать");
        builder.Root.Connect("start", "a").Connect("a", "b");
        return builder.Build();
    }

    /// <summary>The lines with «Взять».</summary>
    private static async Task<string[]> OfferedAsync(DesignerSession session, ProcessComparison comparison)
    {
        RenderFragment list = builder =>
        {
            builder.OpenComponent<ChangeList>(0);
            builder.AddAttribute(1, nameof(ChangeList.Comparison), comparison);
            builder.AddAttribute(2, nameof(ChangeList.CanTake), true);
            builder.CloseComponent();
        };
        string markup = await Markup.Of<CascadingValue<DesignerSession>>(("Value", session), ("ChildContent", list));
        return [.. Line().Matches(markup).Where(line => line.Groups[2].Value.Contains(">Взять<", StringComparison.Ordinal)).Select(line => line.Groups[1].Value)];
    }

    [GeneratedRegex("<li><span>(.*?)</span>(.*?)</li>", RegexOptions.Singleline)]
    private static partial Regex Line();
}
