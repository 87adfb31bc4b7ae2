using Mentorship.Domain;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Documents.Templates;
using Mentorship.Storage;
using Mentorship.UseCases.Documents;
using Mentorship.UseCases.Templates;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Orders;

/// <summary>A document of the institution's own: the words of a template and the answers to its questions.</summary>
internal static class TemplateOrderDraft
{
    /// <summary>The form with the words of its template: those that the document began with, else as the template stands now.</summary>
    public static async Task<Outcome<OrderForm>> WithWordsAsync(MentorshipDb db, Document? document, OrderForm form, CancellationToken cancel)
    {
        if (form is not TemplateOrderForm { Text: null } asked) return form;
        if (document is not null && OrderForm.Read(document.FormJson) is TemplateOrderForm begun) return begun with { ControllerId = asked.ControllerId, Answers = asked.Answers };
        DocumentTemplate? template = await db.Templates.AsNoTracking().SingleOrDefaultAsync(t => t.Code == asked.Template && !t.Retired, cancel);
        return template is null ? TemplateDesk.NoTemplate : asked with { Name = template.Name, Text = template.Text };
    }

    public static ComposedOrder Compose(TemplateKnown known, OrderPeople people, TemplateOrderForm form)
    {
        TemplatedText made = TemplateComposer.Compose(form.Text!, known, form.Answers, id => people.Person(id));
        List<Refusal> problems = [.. made.Missing.Select(name => new Refusal("AnswerMissing", name.Equals("куратор", StringComparison.OrdinalIgnoreCase)
            ? OrderDesk.NoCurator.Text : $"Не заполнено: «{name}»."))];
        if (made.Text.Heading.Length < 3) problems.Add(new Refusal("HeadingMissing", "В документе нет заголовка «О …». Дополните шаблон или ответы."));
        IEnumerable<Guid> named = TemplateQuestion.Of(form.Text!).Where(q => q.Kind == QuestionKind.Person).Select(q => Id(form.Answers.GetValueOrDefault(q.Name))).OfType<Guid>();
        if (form.Text!.Names("куратор") && people.Curator is { } curator) named = named.Append(curator.PersonId);
        return new ComposedOrder(made.Text, OrderSetting.Named(form, named), problems);
    }

    private static Guid? Id(string? answer) => Guid.TryParse(answer?.Replace("person:", "", StringComparison.Ordinal), out Guid id) ? id : null;
}
