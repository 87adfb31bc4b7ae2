using Mentorship.Domain;
using Mentorship.Domain.Programmes;
using Mentorship.Domain.Roadmaps;
using Mentorship.UseCases.People;

namespace Mentorship.UseCases.Importing;

/// <summary>A responsible text names somebody who is not on the staff list: adds the person and gives them the text's items.</summary>
public sealed class AddResponsible
{
    private readonly Work _work;

    internal AddResponsible(Work work) => _work = work;

    /// <returns>The new person.</returns>
    public Task<Outcome<Guid>> RunAsync(Actor actor, Guid id, int seen, string text, NewResponsible who, CancellationToken cancel) => _work.DoAsync<Guid>(actor.InstitutionId, async (db, at) =>
    {
        Outcome<RoadmapImport> found = await ImportRules.ForChangeAsync(db, actor, id, seen, cancel);
        if (found.Refusal is { } no) return no;
        RoadmapImport import = found.Value!;
        string key = RoadmapResponsibles.Key(text);
        if (!RoadmapResponsibles.All(import.Roadmap).Any(r => r.Text == key)) return ImportRules.NoCell;
        PersonCard card = new() { Surname = who.Surname, GivenName = who.GivenName, Patronymic = who.Patronymic, Post = who.Post ?? "", Email = who.Email };
        // The post may come later, from the page of people; the file rarely names it.
        if (PersonRules.Check(card, isPostNeeded: false) is { } wrong) return wrong;
        Outcome<Guid> person = await Newcomer.TakeAsync(db, actor, card, at, cancel);
        if (person.Refusal is { } taken) return taken;
        string others = import.Assignees.GetValueOrDefault(key, "");
        import.Assignees = new Dictionary<string, string>(import.Assignees) { [key] = others.Length == 0 ? $"person:{person.Value:N}" : $"{others}, person:{person.Value:N}" };
        return person.Value;
    }, cancel);
}

/// <summary>What is asked about a person whom only a file names so far.</summary>
public sealed record NewResponsible(string Surname, string GivenName, string? Patronymic, string? Post, string? Email);
