using System.Collections.Concurrent;
using Mentorship.Domain.Calendars;
using Mentorship.Domain.Institutions;
using Mentorship.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Cases;

/// <summary>The calendar of an institution, kept until its calendar number goes up.</summary>
internal sealed class CalendarCache
{
    private readonly ConcurrentDictionary<Guid, (int Number, InstitutionCalendar Calendar)> _calendars = new();

    public async Task<InstitutionCalendar> OfAsync(MentorshipDb db, Institution institution, CancellationToken cancel)
    {
        if (institution.CalendarNumber == 0) return InstitutionCalendar.ByRule;
        if (_calendars.TryGetValue(institution.Id, out var known) && known.Number == institution.CalendarNumber) return known.Calendar;
        List<SpecialDay> days = await db.SpecialDays.AsNoTracking().ToListAsync(cancel);
        List<StudyYear> years = await db.StudyYears.AsNoTracking().ToListAsync(cancel);
        InstitutionCalendar calendar = new(WorkingDays.Of(institution.SixDayWeek, days), years.Select(y => y.Calendar));
        _calendars[institution.Id] = (institution.CalendarNumber, calendar);
        return calendar;
    }
}
