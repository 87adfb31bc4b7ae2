using Mentorship.Domain.Auditing;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Processes;
using Mentorship.Domain.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mentorship.Storage.Mapping;

internal sealed class ProcessMapping : IEntityTypeConfiguration<Process>
{
    public void Configure(EntityTypeBuilder<Process> process)
    {
        process.Property(p => p.Key).HasMaxLength(100);
        process.Property(p => p.Template).HasMaxLength(100);
        process.HasIndex(p => new { p.InstitutionId, p.Key }).IsUnique();
    }
}

internal sealed class ProcessVersionMapping : IEntityTypeConfiguration<ProcessVersion>
{
    public void Configure(EntityTypeBuilder<ProcessVersion> version) =>
        version.HasIndex(v => new { v.ProcessId, v.Number }).IsUnique();
}

internal sealed class ProcessDraftMapping : IEntityTypeConfiguration<ProcessDraft>
{
    public void Configure(EntityTypeBuilder<ProcessDraft> draft)
    {
        draft.ToTable("ProcessDrafts");
        draft.HasIndex(d => d.ProcessId).IsUnique();
    }
}

internal sealed class ProgrammeMapping : IEntityTypeConfiguration<Programme>
{
    public void Configure(EntityTypeBuilder<Programme> programme) => programme.Ignore(p => p.SchoolYear);
}

internal sealed class RoadmapImportMapping : IEntityTypeConfiguration<RoadmapImport>
{
    public void Configure(EntityTypeBuilder<RoadmapImport> import)
    {
        import.Property(i => i.Roadmap).HasJson();
        import.Property(i => i.Assignees).HasJson();
    }
}

internal sealed class CaseMapping : IEntityTypeConfiguration<Case>
{
    public void Configure(EntityTypeBuilder<Case> @case)
    {
        @case.ComplexProperty(c => c.Audit);
        @case.HasMany(c => c.WorkItems).WithOne().HasForeignKey(w => w.CaseId);
        @case.HasMany(c => c.Timers).WithOne().HasForeignKey(t => t.CaseId);
        @case.Property(c => c.CorrelationId).HasMaxLength(1000);
        @case.Property(c => c.ParentStepId).HasMaxLength(300);
        @case.HasOne<Case>().WithMany().HasForeignKey(c => c.ParentCaseId).OnDelete(DeleteBehavior.Restrict);
        @case.HasIndex(c => new { c.InstitutionId, c.Status });
    }
}

internal sealed class WorkItemMapping : IEntityTypeConfiguration<WorkItem>
{
    public void Configure(EntityTypeBuilder<WorkItem> item)
    {
        item.Ignore(w => w.Holder).Ignore(w => w.IsOpen).Ignore(w => w.IsUnproved);
        item.Property(w => w.StepId).HasMaxLength(300);
        item.Property(w => w.NodeId).HasMaxLength(300);
        item.Property(w => w.Occurrence).HasMaxLength(60);
        item.HasMany(w => w.Evidence).WithOne().HasForeignKey(e => e.WorkItemId);
        // The institution stands in every query; without it here SQLite would go through all work of the institution to find that of one case.
        item.HasIndex(w => new { w.CaseId, w.InstitutionId, w.Status });
        item.HasIndex(w => new { w.InstitutionId, w.Status });
        item.HasIndex(w => new { w.PersonId, w.Status });
        item.HasIndex(w => new { w.BodyId, w.Status });
        item.HasIndex(w => w.DocumentId);
    }
}

internal sealed class CaseTimerMapping : IEntityTypeConfiguration<CaseTimer>
{
    public void Configure(EntityTypeBuilder<CaseTimer> timer)
    {
        timer.Property(t => t.StepId).HasMaxLength(300);
        timer.Property(t => t.Key).HasMaxLength(300);
        timer.HasIndex(t => new { t.CaseId, t.StepId, t.Key }).IsUnique();
        timer.HasIndex(t => t.DueAt);
    }
}

internal sealed class DecisionMapping : IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Decision> decision)
    {
        decision.HasIndex(d => d.WorkItemId);
        decision.HasIndex(d => d.DocumentVersionId);
    }
}

internal sealed class AuditEventMapping : IEntityTypeConfiguration<AuditEvent>
{
    public void Configure(EntityTypeBuilder<AuditEvent> entry)
    {
        entry.ToTable("Audit");
        entry.HasKey(e => new { e.StreamId, e.Number });
        entry.Property(e => e.Hash).HasMaxLength(64);
    }
}
