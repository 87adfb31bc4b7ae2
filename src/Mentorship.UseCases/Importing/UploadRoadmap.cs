using Mentorship.Domain.Calendars;
using Mentorship.Domain.Files;
using Mentorship.Domain.Programmes;
using Mentorship.Domain.Roadmaps.Reading;
using Mentorship.Office.Reading;

namespace Mentorship.UseCases.Importing;

/// <summary>Reads an uploaded Word or Excel file; nothing runs from it until a person accepts what was read.</summary>
public sealed class UploadRoadmap
{
    private const int LongestName = 200;
    private readonly Work _work;

    internal UploadRoadmap(Work work) => _work = work;

    /// <param name="schoolYear">Wins over everything that the file says.</param>
    /// <param name="table">Which table is the roadmap, counted from one; null leaves the choice to the reader.</param>
    /// <returns>The import's id.</returns>
    public async Task<Outcome<Guid>> RunAsync(Actor actor, string fileName, byte[] content, SchoolYear? schoolYear, int? table, CancellationToken cancel)
    {
        if (!actor.RunsProgramme) return Actor.NotAllowed;
        string name = Path.GetFileName(fileName.Replace('\\', '/'));
        if (name.Length > LongestName) name = name[^LongestName..];
        RoadmapReading reading = RoadmapFile.Read(content, name, new ReadingOptions(schoolYear, table));
        if (reading.Roadmap is not { } roadmap) return reading.Refusal!;
        return await _work.DoAsync<Guid>(actor.InstitutionId, (db, at) =>
        {
            StoredFile file = StoredFile.Of(actor.InstitutionId, name, ContentType(name), content, actor.PersonId, at);
            RoadmapImport import = new() { InstitutionId = actor.InstitutionId, FileName = name, FileId = file.Id, Roadmap = roadmap, UploadedBy = actor.PersonId, UploadedAt = at };
            db.AddRange(file, import);
            return Task.FromResult<Outcome<Guid>>(import.Id);
        }, cancel);
    }

    private static string ContentType(string name) => name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase)
        ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
}
