using Mentorship.Domain;
using Mentorship.Domain.Documents.Templates;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Templates;

/// <summary>Keeps a template, a new one or a changed one. What was begun by it keeps the words that it began with.</summary>
public sealed class SaveTemplate
{
    private const int Most = 200;
    private readonly Work _work;

    internal SaveTemplate(Work work) => _work = work;

    /// <param name="id">Null for a new one.</param>
    /// <param name="seen">The version that the page showed.</param>
    public async Task<Outcome<Guid>> RunAsync(Actor actor, Guid? id, int seen, string name, TemplateText text, CancellationToken cancel)
    {
        if (TemplateDesk.MayChange(actor) is { } no) return no;
        text = Tidy(text);
        name = name.Trim();
        if (TemplateRules.Check(name, text) is [{ } first, ..] wrong) return new Refusal(first.Code, string.Join('\n', wrong.Select(w => w.Text).Distinct()));
        return await _work.DoAsync<Guid>(actor.InstitutionId, async (db, at) =>
        {
            if (await db.Templates.AnyAsync(t => t.Id != id && t.Name == name && !t.Retired, cancel)) return NameTaken;
            DocumentTemplate template;
            if (id is { } known)
            {
                Outcome<DocumentTemplate> found = await TemplateDesk.ForChangeAsync(db, known, seen, cancel);
                if (found.Refusal is { } changed) return changed;
                template = found.Value!;
                if (template.Name == name && template.Text == text) return template.Id;
                (template.Name, template.Text, template.ChangedAt) = (name, text, at);
            }
            else
            {
                if (await db.Templates.CountAsync(cancel) >= Most) return TooMany;
                Guid fresh = Guid.CreateVersion7();
                template = new DocumentTemplate { Id = fresh, InstitutionId = actor.InstitutionId, Code = $"own-{fresh:N}", Name = name, Text = text, ChangedAt = at };
                db.Templates.Add(template);
            }
            await TemplateDesk.RecordAsync(db, actor, "TemplateSaved", template, at, cancel);
            return template.Id;
        }, cancel);
    }

    /// <summary>Takes a template off the list, or puts it back.</summary>
    public async Task<Outcome<Done>> RetireAsync(Actor actor, Guid id, int seen, bool retired, CancellationToken cancel)
    {
        if (TemplateDesk.MayChange(actor) is { } no) return no;
        return await _work.DoAsync<Done>(actor.InstitutionId, async (db, at) =>
        {
            Outcome<DocumentTemplate> found = await TemplateDesk.ForChangeAsync(db, id, seen, cancel);
            if (found.Refusal is { } changed) return changed;
            if (!retired && await db.Templates.AnyAsync(t => t.Id != id && t.Name == found.Value!.Name && !t.Retired, cancel)) return NameTaken;
            (found.Value!.Retired, found.Value.ChangedAt) = (retired, at);
            await TemplateDesk.RecordAsync(db, actor, retired ? "TemplateRetired" : "TemplateReturned", found.Value, at, cancel);
            return default(Done);
        }, cancel);
    }

    private static TemplateText Tidy(TemplateText text) => text with
    {
        Word = text.Word.Trim(), Heading = text.Heading.Trim(), Command = text.Command.Trim(), Preamble = Lines(text.Preamble), Points = Lines(text.Points), Control = Lines(text.Control), Annexes = Lines(text.Annexes),
    };

    private static string Lines(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(l => l.TrimEnd())).Trim('\n');

    private static Refusal NameTaken { get; } = new("NameTaken", "Шаблон с таким названием уже есть. Назовите иначе: по названию их различают в списке.");
    private static Refusal TooMany { get; } = new("TooManyTemplates", $"Шаблонов уже {Most}. Измените один из ненужных.");
}
