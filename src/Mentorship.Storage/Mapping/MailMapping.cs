using Mentorship.Domain.Mailing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mentorship.Storage.Mapping;

internal sealed class OutgoingMailMapping : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> mail)
    {
        mail.Property(m => m.Fields).HasJson();
        mail.Property(m => m.Attached).HasJson();
        mail.Property(m => m.Address).HasMaxLength(320);
        mail.HasIndex(m => new { m.Status, m.NextAttemptAt });
        mail.HasIndex(m => m.WorkItemId);
        mail.HasIndex(m => new { m.InstitutionId, m.CreatedAt });
    }
}

internal sealed class ActionLinkMapping : IEntityTypeConfiguration<ActionLink>
{
    public void Configure(EntityTypeBuilder<ActionLink> link)
    {
        link.Property(l => l.TokenHash).HasMaxLength(64);
        link.HasIndex(l => l.TokenHash).IsUnique();
        link.HasIndex(l => l.WorkItemId);
    }
}

internal sealed class InvitationMapping : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> invitation)
    {
        invitation.Property(i => i.TokenHash).HasMaxLength(64);
        invitation.HasIndex(i => i.TokenHash);
    }
}
