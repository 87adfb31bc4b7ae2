using Mentorship.Domain.Documents;
using Mentorship.Domain.Documents.Templates;
using Mentorship.Domain.Files;
using Mentorship.Domain.Pairing;
using Mentorship.Domain.Registration;
using Mentorship.Domain.Signing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mentorship.Storage.Mapping;

internal sealed class DocumentMapping : IEntityTypeConfiguration<Document>
{
    public void Configure(EntityTypeBuilder<Document> document)
    {
        document.Ignore(d => d.KindOf);
        document.Property(d => d.Kind).HasMaxLength(100);
        document.Property(d => d.NamedPeople).HasJson();
        document.HasMany(d => d.Attachments).WithOne().HasForeignKey(a => a.DocumentId);
        document.HasIndex(d => new { d.InstitutionId, d.Status });
    }
}

internal sealed class DocumentVersionMapping : IEntityTypeConfiguration<DocumentVersion>
{
    public void Configure(EntityTypeBuilder<DocumentVersion> version) =>
        version.HasIndex(v => new { v.DocumentId, v.Number }).IsUnique();
}

internal sealed class DocumentTemplateMapping : IEntityTypeConfiguration<DocumentTemplate>
{
    public void Configure(EntityTypeBuilder<DocumentTemplate> template)
    {
        template.Property(t => t.Code).HasMaxLength(100);
        template.Property(t => t.Name).HasMaxLength(200);
        template.Property(t => t.Text).HasJson();
        template.HasIndex(t => new { t.InstitutionId, t.Code }).IsUnique();
    }
}

internal sealed class SignatureMapping : IEntityTypeConfiguration<Signature>
{
    public void Configure(EntityTypeBuilder<Signature> signature)
    {
        signature.HasIndex(s => s.DocumentId);
        signature.HasIndex(s => new { s.DocumentVersionId, s.InstitutionId });
        signature.HasIndex(s => new { s.InstitutionId, s.PersonId, s.Status });
        signature.HasIndex(s => new { s.Status, s.EffectiveAt });
    }
}

internal sealed class RegistrationBookMapping : IEntityTypeConfiguration<RegistrationBook>
{
    public void Configure(EntityTypeBuilder<RegistrationBook> book)
    {
        book.Property(b => b.Code).HasMaxLength(100);
        book.HasIndex(b => new { b.InstitutionId, b.Code }).IsUnique();
    }
}

internal sealed class RegistrationNumberMapping : IEntityTypeConfiguration<RegistrationNumber>
{
    public void Configure(EntityTypeBuilder<RegistrationNumber> number)
    {
        number.HasIndex(n => new { n.BookId, n.Year, n.Number }).IsUnique();
        number.HasIndex(n => n.DocumentId);
    }
}

internal sealed class PairMapping : IEntityTypeConfiguration<Pair>
{
    public void Configure(EntityTypeBuilder<Pair> pair)
    {
        pair.Property(p => p.Form).HasMaxLength(200);
        pair.HasIndex(p => p.ProgrammeId);
    }
}

internal sealed class StoredFileMapping : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> file) => file.Property(f => f.Name).HasMaxLength(500);
}
