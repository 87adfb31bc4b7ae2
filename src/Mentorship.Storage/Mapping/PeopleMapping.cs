using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mentorship.Storage.Mapping;

internal sealed class InstitutionMapping : IEntityTypeConfiguration<Institution>
{
    public void Configure(EntityTypeBuilder<Institution> institution)
    {
        institution.Ignore(i => i.Zone);
        institution.Property(i => i.Name).HasMaxLength(1000);
        institution.Property(i => i.ShortName).HasMaxLength(300);
        institution.Property(i => i.ElectronicSigning!).HasJson();
        institution.ComplexProperty(i => i.Audit);
    }
}

internal sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.ToTable("People");
        person.Ignore(p => p.Name).Ignore(p => p.ShortName).Ignore(p => p.FullName).Ignore(p => p.Greeting);
        person.Property(p => p.NameCases).HasJson();
        person.Property(p => p.Surname).HasMaxLength(200);
        person.Property(p => p.GivenName).HasMaxLength(200);
        person.Property(p => p.Patronymic).HasMaxLength(200);
        person.Property(p => p.Email).HasMaxLength(320);
        person.Property(p => p.SearchName).HasMaxLength(600);
        person.HasIndex(p => p.SearchName);
    }
}

internal sealed class MemberMapping : IEntityTypeConfiguration<Member>
{
    public void Configure(EntityTypeBuilder<Member> member)
    {
        member.HasOne(m => m.Person).WithMany().HasForeignKey(m => m.PersonId).OnDelete(DeleteBehavior.Restrict);
        member.HasMany(m => m.Roles).WithOne().HasForeignKey(r => r.MemberId);
        member.Property(m => m.Post).HasMaxLength(500);
        member.HasIndex(m => new { m.InstitutionId, m.PersonId }).IsUnique();
    }
}

internal sealed class MembershipMapping : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> membership) => membership.Property(m => m.Role).HasMaxLength(300);
}

internal sealed class BodyMapping : IEntityTypeConfiguration<Body>
{
    public void Configure(EntityTypeBuilder<Body> body)
    {
        body.Property(b => b.Name).HasMaxLength(300);
        body.Property(b => b.Role).HasMaxLength(300);
        body.HasMany(b => b.Members).WithOne().HasForeignKey(m => m.BodyId);
    }
}

internal sealed class BodyMemberMapping : IEntityTypeConfiguration<BodyMember>
{
    public void Configure(EntityTypeBuilder<BodyMember> member) => member.HasKey(m => new { m.BodyId, m.PersonId });
}
