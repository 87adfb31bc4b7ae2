using Mentorship.Domain.Consents;
using Mentorship.Domain.Surveys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mentorship.Storage.Mapping;

internal sealed class SurveyAnswerMapping : IEntityTypeConfiguration<SurveyAnswer>
{
    public void Configure(EntityTypeBuilder<SurveyAnswer> answer)
    {
        answer.Property(a => a.StepId).HasMaxLength(300);
        answer.Property(a => a.NodeId).HasMaxLength(300);
        answer.Property(a => a.Occurrence).HasMaxLength(60);
        answer.Property(a => a.FormSha256).HasMaxLength(64);
        answer.HasIndex(a => new { a.CaseId, a.NodeId });
    }
}

internal sealed class ConsentMapping : IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Consent> consent)
    {
        consent.Property(c => c.Purpose).HasMaxLength(300);
        consent.Property(c => c.TextSha256).HasMaxLength(64);
        consent.HasIndex(c => c.PersonId);
        consent.HasIndex(c => c.WorkItemId);
    }
}
