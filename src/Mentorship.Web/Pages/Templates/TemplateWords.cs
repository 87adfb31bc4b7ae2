using Mentorship.Domain.Documents.Templates;

namespace Mentorship.Web.Pages.Templates;

/// <summary>What templates and their questions are called.</summary>
internal static class TemplateWords
{
    public static string Of(TemplateForm form) => form switch
    {
        TemplateForm.Order => TemplatesTexts.FormOrder, TemplateForm.Regulation => TemplatesTexts.FormRegulation, _ => TemplatesTexts.FormOther,
    };

    public static string Of(QuestionKind kind) => kind switch
    {
        QuestionKind.Person => TemplatesTexts.AsksPerson, QuestionKind.Date => TemplatesTexts.AsksDate, QuestionKind.Lines => TemplatesTexts.AsksLines, _ => TemplatesTexts.AsksText,
    };
}
