using Mentorship.Domain;
using Mentorship.Domain.Calendars;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Mentorship.Domain.Wording;
using Mentorship.Storage;
using Mentorship.UseCases.Cases;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Calendars;

/// <summary>Days that rest or work otherwise than the rule has it: those that a decree moves, and the institution's own. Work that is open keeps its days.</summary>
public sealed class MarkDays
{
    private const int MostAtAll = 1000, MostNamed = 5;
    private readonly Work _work;
    private readonly CaseDesk _cases;

    internal MarkDays(Work work, CaseDesk cases) => (_work, _cases) = (work, cases);

    /// <param name="text">As <see cref="TypedDays"/> reads it.</param>
    /// <returns>How many days were marked.</returns>
    public async Task<Outcome<int>> RunAsync(Actor actor, string? text, bool works, string? note, CancellationToken cancel)
    {
        if (actor.Require(Roles.Administrator) is { } no) return no;
        string? why = note?.Trim() is { Length: > 0 } said ? said : null;
        if (why?.Length > SpecialDay.LongestNote) return NoteLong;
        return await _work.DoAsync<int>(actor.InstitutionId, async (db, at) =>
        {
            Institution institution = await db.Institutions.SingleAsync(i => i.Id == actor.InstitutionId, cancel);
            TypedDays typed = TypedDays.Read(text, institution.DayOf(at));
            if (typed.Refusal is { } wrong) return wrong;
            Dictionary<DateOnly, SpecialDay> marked = await db.SpecialDays.ToDictionaryAsync(d => d.Day, cancel);
            List<DateOnly> other = [.. typed.Days.Where(d => marked.TryGetValue(d, out SpecialDay? there) && there.Works != works)], fresh = [.. typed.Days.Where(d => !marked.ContainsKey(d))];
            if (other.Count > 0) return Marked(other, works);
            WorkingDays days = (await _cases.CalendarAsync(db, cancel)).Days;
            if (fresh.Count > 0 && fresh.All(d => days.IsWorkingDay(d) == works)) return NothingNew(fresh, works);
            if (marked.Count + fresh.Count > MostAtAll) return TooMany;
            foreach (DateOnly day in typed.Days.Except(fresh)) marked[day].Note = why ?? marked[day].Note;
            db.SpecialDays.AddRange(fresh.Select(day => new SpecialDay { InstitutionId = institution.Id, Day = day, Works = works, Note = why }));
            institution.CalendarChanged();
            db.Audit.Add(institution.Audit.Append(institution.Id, institution.Id, "DaysMarked", actor.PersonId, $"{(works ? "+" : "-")} {string.Join(' ', typed.Days.Select(d => $"{d:yyyy-MM-dd}"))} {why}".Trim(), at));
            return typed.Days.Count;
        }, cancel);
    }

    private static Refusal Marked(List<DateOnly> days, bool works) => new("DayMarked",
        $"{Listed(days)}: уже {(works ? "отмечено как нерабочий день" : "отмечено как рабочий день")}. Один день не может быть и рабочим, и нерабочим: сначала снимите прежнюю отметку в списке.");

    private static Refusal NothingNew(List<DateOnly> days, bool works) => new("NothingNew",
        $"{Listed(days)}: по календарю это и так {(works ? "рабочие дни" : "нерабочие дни")}. Проверьте, те ли даты указаны.");

    private static string Listed(List<DateOnly> days) => string.Join(", ", days.Take(MostNamed).Select(d => $"{RussianDate.Long(d)} ({RussianDate.Weekday(d)})")) + (days.Count > MostNamed ? " и другие" : "");

    private static Refusal NoteLong { get; } = new("NoteLong", $"Пояснение длиннее {SpecialDay.LongestNote} знаков. Сократите его.");
    private static Refusal TooMany { get; } = new("DaysTooMany", $"В календаре может быть не больше {MostAtAll} отмеченных дней. Снимите отметки прошлых лет.");
}
