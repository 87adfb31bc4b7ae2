using Mentorship.Domain;
using Mentorship.UseCases;
using Mentorship.UseCases.Demonstrating;
using Mentorship.UseCases.Installing;

namespace Mentorship.Web.Hosting;

/// <summary>Plays the five institutions of a demonstration into a folder up to a day; refuses a folder where something lies.</summary>
internal delegate Task<Refusal?> PlayDemonstration(string folder, DateOnly today, IProgress<DateOnly> progress, CancellationToken cancel);

/// <summary>
/// The demonstration that the first page opens: played in the background, one at a time, whether or not somebody watches. Only an
/// installation without an institution has one to open.
/// </summary>
internal sealed class DemonstrationOpening(
    MentorshipSettings settings, InspectInstallation installation, TimeProvider time, PlayDemonstration play, IHostApplicationLifetime lifetime, ILogger<DemonstrationOpening> log)
{
    private readonly Lock _gate = new();
    private volatile OpeningState _state = new(OpeningStage.NotBegun);

    public OpeningState State => _state;

    private string Folder => DemonstrationMark.FolderIn(settings.DataFolder);

    /// <summary>Begins, or leaves alone what has begun; null or why it cannot be.</summary>
    public async Task<Refusal?> BeginAsync(CancellationToken cancel)
    {
        if (settings.Demonstration) return AlreadyOpen;
        if (await installation.HasBegunAsync(cancel)) return AlreadyBegun;
        lock (_gate)
        {
            if (_state.Stage is OpeningStage.Playing or OpeningStage.Ready) return null;
            _state = new OpeningState(OpeningStage.Playing);
        }
        _ = Task.Run(PlayAsync, CancellationToken.None);
        return null;
    }

    private async Task PlayAsync()
    {
        DateOnly today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        try
        {
            if (await play(Folder, today, new Watch(this, today), lifetime.ApplicationStopping) is not null) Fail(new Refusal("FolderTaken", HostingTexts.FolderTaken.With(Folder)));
            else if (await installation.HasBegunAsync(lifetime.ApplicationStopping))
            {
                CloseDemonstration.Run(Folder);
                Fail(AlreadyBegun);
            }
            else _state = new OpeningState(OpeningStage.Ready);
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // The program ends, and what was half made lies beside the folder: the next opening begins anew.
            _state = new OpeningState(OpeningStage.NotBegun);
        }
        catch (Exception failure) when (Unwritable(failure))
        {
            log.LogError(failure, "The demonstration could not be written");
            Fail(new Refusal("DemonstrationUnwritable", HostingTexts.FolderUnwritable.With(settings.DataFolder)));
        }
        // Whatever it is, nobody waits for this task: its end must be seen on the page and in the log.
        catch (Exception failure)
        {
            log.LogError(failure, "The demonstration could not be played");
            Fail(new Refusal("DemonstrationFailed", HostingTexts.DemonstrationFailed));
        }
    }

    private void Fail(Refusal why) => _state = new OpeningState(OpeningStage.Failed) { Refusal = why };

    private static bool Unwritable(Exception failure) => failure is IOException or UnauthorizedAccessException;

    private static Refusal AlreadyOpen => new("DemonstrationOpen", HostingTexts.AlreadyOpen);
    private static Refusal AlreadyBegun => new("AlreadyBegun", HostingTexts.AlreadyBegun);

    /// <summary>Told by the one thread that plays: days come in their order, the first tells how many there are.</summary>
    private sealed class Watch(DemonstrationOpening opening, DateOnly today) : IProgress<DateOnly>
    {
        private DateOnly? _first;

        public void Report(DateOnly value)
        {
            DateOnly first = _first ??= value;
            opening._state = new OpeningState(OpeningStage.Playing) { Day = value, Played = value.DayNumber - first.DayNumber + 1, Days = today.DayNumber - first.DayNumber };
        }
    }
}

internal enum OpeningStage { NotBegun, Playing, Ready, Failed }

/// <summary>How far the opening is.</summary>
internal sealed record OpeningState(OpeningStage Stage)
{
    /// <summary>The day that was played last; null while the people are being invented.</summary>
    public DateOnly? Day { get; init; }
    public int Played { get; init; }
    public int Days { get; init; }
    public Refusal? Refusal { get; init; }
}
