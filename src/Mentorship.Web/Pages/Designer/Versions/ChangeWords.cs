using Mentorship.Flow;
using Mentorship.Web.Pages.Designer.Panel;

namespace Mentorship.Web.Pages.Designer.Versions;

/// <summary>A difference of two definitions as a sentence.</summary>
public static class ChangeWords
{
    public static string Of(DefinitionChange change) => change.Kind switch
    {
        ChangeKind.StepAdded => DesignerTexts.ChangeAdded.With(Title(change)),
        ChangeKind.StepRemoved => DesignerTexts.ChangeRemoved.With(Title(change)),
        ChangeKind.StepMoved => DesignerTexts.ChangeMoved.With(Title(change), Value(change.New)),
        ChangeKind.StepRenamed => DesignerTexts.ChangeRenamed.With(Value(change.Old), Value(change.New)),
        ChangeKind.InputChanged => DesignerTexts.ChangeInput.With(Title(change), InputWords.Of(change.Name!), Value(change.Old), Value(change.New)),
        ChangeKind.ArrowAdded => DesignerTexts.ChangeArrowAdded.With(Title(change), StepWords.Brief(change.TargetTitle ?? ""), StepWords.Outcome(change.Name ?? "")),
        ChangeKind.ArrowRemoved => DesignerTexts.ChangeArrowRemoved.With(Title(change), StepWords.Brief(change.TargetTitle ?? ""), StepWords.Outcome(change.Name ?? "")),
        ChangeKind.OrderChanged => DesignerTexts.ChangeOrder.With(Title(change)),
        ChangeKind.NameChanged => DesignerTexts.ChangeName.With(Value(change.Old), Value(change.New)),
        ChangeKind.DescriptionChanged => DesignerTexts.ChangeAbout,
        ChangeKind.VariableChanged => DesignerTexts.ChangeField.With(Title(change)),
        ChangeKind.DrawingChanged => DesignerTexts.ChangeDrawing.With(Title(change)),
        ChangeKind.TypeChanged => DesignerTexts.ChangeType.With(Title(change)),
        _ => DesignerTexts.ChangeProperty.With(Title(change)),
    };

    private static string Title(DefinitionChange change) => StepWords.Brief(change.Title);

    private static string Value(string? text) => string.IsNullOrWhiteSpace(text) ? DesignerTexts.Empty : $"«{StepWords.Brief(text)}»";
}
