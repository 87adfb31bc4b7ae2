namespace Mentorship.Domain.Processes;

/// <summary>A process being changed: saved as one works, one for each process. What is published stays untouched until it is published in its turn.</summary>
public sealed class ProcessDraft : IInstitutionOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid InstitutionId { get; init; }
    public required Guid ProcessId { get; init; }

    /// <summary>The definition as it stands.</summary>
    public required string Json { get; set; }

    /// <summary>The version from which it set out; 0 where nothing is published yet.</summary>
    public required int BasedOn { get; set; }

    /// <summary>Goes up with every save: whoever saves names the one that he saw.</summary>
    public int Revision { get; private set; } = 1;

    /// <summary>Who edits it.</summary>
    public required Guid EditorId { get; set; }

    /// <summary>Since when this editor works on it.</summary>
    public required DateTimeOffset Since { get; set; }
    public DateTimeOffset SavedAt { get; set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; set; }

    /// <summary>Whether somebody else may take it without being asked: the editor has been silent that long.</summary>
    public bool IsLeft(DateTimeOffset at) => at - SavedAt > Patience;

    /// <summary>An open designer saves at least that often.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromMinutes(30);

    /// <summary>The next revision.</summary>
    public void Save(string json, Guid by, DateTimeOffset at)
    {
        SavedAt = at;
        if (EditorId != by) (EditorId, Since) = (by, at);
        if (json == Json) return;
        Json = json;
        Revision++;
    }
}
