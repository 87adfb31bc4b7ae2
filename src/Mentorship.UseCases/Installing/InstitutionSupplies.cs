using Mentorship.Domain.Documents.Templates;
using Mentorship.Domain.Processes;
using Mentorship.Domain.Registration;
using Mentorship.Storage;
using Mentorship.UseCases.Processes;
using Mentorship.UseCases.Templates;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Installing;

/// <summary>What every institution owns from its first day: the books that number its documents, the route of each kind of document, templates.</summary>
internal sealed class InstitutionSupplies(WorkflowLibrary library, TemplateLibrary templates)
{
    private static readonly (string Code, string Name, string Pattern)[] Books =
    [
        ("main", "Приказы по основной деятельности", "{n}-од"), ("staff", "Приказы по личному составу", "{n}-к"), ("acts", "Локальные нормативные акты", "{n}-лна"),
    ];

    /// <summary>Adds what the institution has not yet; what it has is its own and stays as it is.</summary>
    /// <param name="by">Who founds the institution; null where a newer program brings something along.</param>
    public async Task AddAsync(MentorshipDb db, Guid institution, Guid? by, DateTimeOffset at, CancellationToken cancel)
    {
        HashSet<string> books = [.. await db.Books.Select(b => b.Code).ToListAsync(cancel)], routes = [.. await db.Processes.Select(p => p.Key).ToListAsync(cancel)], known = [.. await db.Templates.Select(t => t.Code).ToListAsync(cancel)];
        foreach ((string code, string name, string pattern) in Books)
            if (!books.Contains(code)) db.Add(new RegistrationBook { InstitutionId = institution, Code = code, Name = name, Pattern = pattern });
        foreach (LibraryProcess route in library.Routes)
        {
            if (routes.Contains(route.Key)) continue;
            Process process = new() { InstitutionId = institution, Key = route.Key, Name = route.Name, Template = route.Key };
            db.AddRange(process, process.Publish(route.Json, "из библиотеки", by, at));
        }
        foreach (LibraryTemplate template in templates.All)
            if (!known.Contains(template.Code)) db.Add(new DocumentTemplate { InstitutionId = institution, Code = template.Code, Name = template.Name, Text = template.Text, ChangedAt = at });
    }
}
