using Mentorship.Domain.Calendars;
using Mentorship.Domain.Programmes;
using Mentorship.Storage;
using Mentorship.UseCases.Importing;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Tests.Importing;

/// <summary>Uploads of the seed documents.</summary>
internal static class Seeds
{
    public static byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Fixtures", file));

    public static async Task<Guid> UploadAsync(World world, string file, int? year = null) =>
        Value(await world.Get<UploadRoadmap>().RunAsync(world.Curator, file, Bytes(file), year is { } first ? new SchoolYear(first) : null, null, default));

    /// <summary>Uploaded and accepted as it was read.</summary>
    /// <param name="assignee">Whom every responsible text means; null: as proposed.</param>
    public static async Task<Guid> AcceptAsync(World world, string file, int year, string? assignee = null)
    {
        Guid import = await UploadAsync(world, file, year);
        ImportView view = Value(await world.Get<LookAtImport>().RunAsync(world.Curator, import, default));
        int version = view.Version;
        if (assignee is not null)
            foreach (ImportResponsible one in view.Responsibles) Value(await world.Get<SetAssignee>().RunAsync(world.Curator, import, version++, one.Text, assignee, default));
        return Value(await world.Get<AcceptImport>().RunAsync(world.Curator, import, version, default));
    }

    public static async Task<RoadmapImport> StoredAsync(World world, Guid id)
    {
        await using MentorshipDb db = world.Open();
        return await db.Imports.AsNoTracking().SingleAsync(i => i.Id == id);
    }

    public static T Value<T>(Outcome<T> outcome)
    {
        Assert.True(outcome.Succeeded, outcome.Refusal?.Text);
        return outcome.Value!;
    }
}
