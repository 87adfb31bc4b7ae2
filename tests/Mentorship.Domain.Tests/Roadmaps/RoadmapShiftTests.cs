using Mentorship.Domain.Calendars;
using Mentorship.Domain.Roadmaps;

namespace Mentorship.Domain.Tests.Roadmaps;

public sealed class RoadmapShiftTests
{
    private static Roadmap Some(params string[] deadlines) => new()
    {
        Title = "Дорожная карта на 2023-2024 учебный год",
        Approval = new RoadmapApproval("Утверждаю", ["Утверждаю"], "115/1", new DateOnly(2023, 5, 17)),
        Goals = ["К концу 2024 года 70 % педагогов участвуют в наставничестве"],
        Stages = [new RoadmapStage { Title = "Подготовка", Items = [.. deadlines.Select((d, i) => new RoadmapItem { Number = $"1.{i + 1}", Activity = "Издание приказа", DeadlineText = d })] }],
    };

    [Fact]
    public void Shift_MovesTitleAndDeadlinesAndClearsTheApproval()
    {
        ShiftedRoadmap shifted = RoadmapShift.Shift(Some("Май 2023", "Октябрь 2023", "Май 2024", "В течение года"), new SchoolYear(2026), InstitutionCalendar.ByRule);
        Assert.Equal("Дорожная карта на 2026-2027 учебный год", shifted.Roadmap.Title);
        Assert.Equal(new SchoolYear(2026), shifted.Roadmap.SchoolYear);
        Assert.Null(shifted.Roadmap.Approval);
        Assert.Equal(["Май 2026", "Октябрь 2026", "Май 2027", "В течение года"], shifted.Roadmap.Stages[0].Items.Select(i => i.DeadlineText));
        Assert.Contains(shifted.Doubts, d => d.Place == "цели");
    }

    [Fact]
    public void Shift_WhenNoYearCanBeFound_MovesNothingAndSaysSo()
    {
        Roadmap roadmap = Some("сентябрь", "по плану");
        ShiftedRoadmap shifted = RoadmapShift.Shift(roadmap, new SchoolYear(2026), InstitutionCalendar.ByRule);
        Assert.Same(roadmap, shifted.Roadmap);
        Assert.Contains("Укажите учебный год", Assert.Single(shifted.Doubts).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Shift_ToItsOwnYear_IsTheIdentity()
    {
        Roadmap roadmap = Some("Май 2023") with { SchoolYear = new SchoolYear(2023) };
        Assert.Same(roadmap, RoadmapShift.Shift(roadmap, new SchoolYear(2023), InstitutionCalendar.ByRule).Roadmap);
    }
}
