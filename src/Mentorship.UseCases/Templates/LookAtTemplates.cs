using Mentorship.Domain;
using Mentorship.Domain.Documents.Orders;
using Mentorship.Domain.Documents.Templates;
using Mentorship.Domain.People;
using Mentorship.Storage;
using Mentorship.UseCases.Cases;
using Mentorship.UseCases.Documents;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Templates;

/// <summary>The page «Шаблоны документов»: the institution's templates, and one of them with what it would look like.</summary>
public sealed class LookAtTemplates
{
    private readonly Work _work;
    private readonly CaseDesk _cases;

    internal LookAtTemplates(Work work, CaseDesk cases) => (_work, _cases) = (work, cases);

    public async Task<Outcome<IReadOnlyList<TemplateLine>>> RunAsync(Actor actor, CancellationToken cancel)
    {
        if (TemplateDesk.MayLook(actor) is { } no) return no;
        return await _work.ReadAsync<Outcome<IReadOnlyList<TemplateLine>>>(actor.InstitutionId, async db =>
        {
            List<DocumentTemplate> all = await db.Templates.ToListAsync(cancel);
            return new Outcome<IReadOnlyList<TemplateLine>>([.. all.OrderBy(t => t.Retired).ThenBy(t => t.Name, StringComparer.CurrentCulture).Select(t => new TemplateLine(t.Id, t.Name, t.Text.Form, t.Text.Heading, t.Retired))], null);
        }, cancel);
    }

    /// <summary>One template as it is, or a new one.</summary>
    /// <param name="id">Null begins a new one.</param>
    /// <param name="from">The template that a new one begins as a copy of.</param>
    public async Task<Outcome<TemplateSheet>> OpenAsync(Actor actor, Guid? id, Guid? from, CancellationToken cancel)
    {
        if (TemplateDesk.MayLook(actor) is { } no) return no;
        return await _work.ReadAsync<Outcome<TemplateSheet>>(actor.InstitutionId, async db =>
        {
            Guid? wanted = id ?? from;
            DocumentTemplate? found = wanted is null ? null : await db.Templates.SingleOrDefaultAsync(t => t.Id == wanted, cancel);
            if (wanted is not null && found is null) return TemplateDesk.NoTemplate;
            TemplateText text = found?.Text ?? TemplateDesk.Fresh;
            string name = found is null ? "" : id is null ? $"{found.Name} (копия)" : found.Name;
            return await SheetAsync(db, new TemplateSheet(id, name, text, id is null ? 0 : found!.Version, id is not null && found!.Retired, TemplateDesk.MayChange(actor) is null), cancel);
        }, cancel);
    }

    /// <summary>The same page with what was typed, not kept yet.</summary>
    public async Task<Outcome<TemplateSheet>> TryAsync(Actor actor, TemplateSheet sheet, CancellationToken cancel)
    {
        if (TemplateDesk.MayLook(actor) is { } no) return no;
        return TemplateRules.Check(sheet.Name, sheet.Text) is [{ } wrong, ..] ? wrong : await _work.ReadAsync<Outcome<TemplateSheet>>(actor.InstitutionId, async db => await SheetAsync(db, sheet, cancel), cancel);
    }

    /// <summary>Nothing is answered: every question stands as a blank.</summary>
    private async Task<TemplateSheet> SheetAsync(MentorshipDb db, TemplateSheet sheet, CancellationToken cancel)
    {
        StaffDirectory staff = await _cases.StaffAsync(db, cancel);
        Outcome<TemplateKnown> known = await TemplateSurroundings.OfAsync(db, staff, null, _work.Now, cancel);
        OrderText? shown = known.Value is { } here ? TemplateComposer.Compose(sheet.Text, here, new Dictionary<string, string>(), _ => null).Text : null;
        return sheet with { Questions = TemplateQuestion.Of(sheet.Text), Preview = shown is null ? null : new ReadableOrder(shown, new Domain.Documents.DocumentMarks { IsDraft = true }), Missing = known.Refusal?.Text };
    }
}

public sealed record TemplateLine(Guid Id, string Name, TemplateForm Form, string Heading, bool Retired);

/// <param name="Seen">The template's version that the page shows; 0 for a new one.</param>
public sealed record TemplateSheet(Guid? Id, string Name, TemplateText Text, int Seen, bool Retired, bool MayChange)
{
    public IReadOnlyList<TemplateQuestion> Questions { get; init; } = [];

    /// <summary>Null where the institution misses what every document needs; <see cref="Missing"/> says what.</summary>
    public ReadableOrder? Preview { get; init; }
    public string? Missing { get; init; }
}
