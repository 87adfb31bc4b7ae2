using Mentorship.Flow;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Authoring;

/// <summary>A version of a process, or its draft, as an Elsa 3 file.</summary>
public sealed class ExportProcess
{
    private readonly Work _work;
    private readonly AuthoringDesk _desk;

    internal ExportProcess(Work work, AuthoringDesk desk) => (_work, _desk) = (work, desk);

    /// <param name="number">Null takes what is being worked on.</param>
    public Task<Outcome<ExportedProcess>> RunAsync(Actor actor, Guid processId, int? number, CancellationToken cancel) => _work.ReadAsync<Outcome<ExportedProcess>>(actor.InstitutionId, async db =>
    {
        if (AuthoringDesk.MayAuthor(actor) is { } no) return no;
        if (await _desk.OpenAsync(db, processId, cancel) is not { } opened) return AuthoringDesk.NoProcess;
        if (number is not { } version) return new ExportedProcess($"{opened.Process.Key}-draft.json", DefinitionWriter.Write(await AuthoringDesk.WorkingAsync(db, opened, cancel)));
        string? json = await db.ProcessVersions.Where(v => v.ProcessId == processId && v.Number == version).Select(v => v.Json).SingleOrDefaultAsync(cancel);
        return json is null ? AuthoringDesk.NoVersion : new ExportedProcess($"{opened.Process.Key}-{version}.json", json);
    }, cancel);
}

public sealed record ExportedProcess(string FileName, string Json);
