using Mentorship.Domain.Calendars;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mentorship.Storage.Mapping;

internal sealed class SpecialDayMapping : IEntityTypeConfiguration<SpecialDay>
{
    public void Configure(EntityTypeBuilder<SpecialDay> day)
    {
        day.HasKey(d => new { d.InstitutionId, d.Day });
        day.Property(d => d.Note).HasMaxLength(SpecialDay.LongestNote);
    }
}

internal sealed class StudyYearMapping : IEntityTypeConfiguration<StudyYear>
{
    public void Configure(EntityTypeBuilder<StudyYear> year)
    {
        year.Ignore(y => y.Calendar);
        year.Property(y => y.Terms).HasJson();
        year.HasIndex(y => new { y.InstitutionId, y.FirstYear }).IsUnique();
    }
}
