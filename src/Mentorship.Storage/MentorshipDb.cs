using System.Linq.Expressions;
using Mentorship.Domain;
using Mentorship.Domain.Auditing;
using Mentorship.Domain.Calendars;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Consents;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Documents.Templates;
using Mentorship.Domain.Files;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.Mailing;
using Mentorship.Domain.Pairing;
using Mentorship.Domain.People;
using Mentorship.Domain.Processes;
using Mentorship.Domain.Programmes;
using Mentorship.Domain.Registration;
using Mentorship.Domain.Signing;
using Mentorship.Domain.Surveys;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Mentorship.Storage;

/// <summary>
/// The one model over every database. Queries see only the institution of <see cref="Scope"/>; what must look across institutions
/// says so with <c>IgnoreQueryFilters</c>. Accounts are Identity users whose id is the person's.
/// </summary>
public sealed class MentorshipDb(DbContextOptions<MentorshipDb> options) : IdentityUserContext<IdentityUser<Guid>, Guid>(options)
{
    /// <summary>
    /// Rows that are looked for by their case or task only, which is bound to the institution itself: a reference of their own, with the index
    /// that goes with it, would be written with every decision and read by nobody.
    /// </summary>
    private static readonly HashSet<Type> FoundByOwner = [typeof(AuditEvent), typeof(Decision), typeof(ActionLink), typeof(CaseTimer)];

    /// <summary>The institution whose data this context sees; empty sees none.</summary>
    public Guid Scope { get; set; }

    public DbSet<Institution> Institutions => Set<Institution>();
    public DbSet<SpecialDay> SpecialDays => Set<SpecialDay>();
    public DbSet<StudyYear> StudyYears => Set<StudyYear>();
    public DbSet<Person> People => Set<Person>();
    public DbSet<Member> Members => Set<Member>();
    public DbSet<Body> Bodies => Set<Body>();
    public DbSet<Programme> Programmes => Set<Programme>();
    public DbSet<RoadmapImport> Imports => Set<RoadmapImport>();
    public DbSet<Process> Processes => Set<Process>();
    public DbSet<ProcessVersion> ProcessVersions => Set<ProcessVersion>();
    public DbSet<ProcessDraft> Drafts => Set<ProcessDraft>();
    public DbSet<Case> Cases => Set<Case>();
    public DbSet<WorkItem> WorkItems => Set<WorkItem>();
    public DbSet<CaseTimer> Timers => Set<CaseTimer>();
    public DbSet<Decision> Decisions => Set<Decision>();
    public DbSet<Document> Documents => Set<Document>();
    public DbSet<DocumentVersion> DocumentVersions => Set<DocumentVersion>();
    public DbSet<DocumentTemplate> Templates => Set<DocumentTemplate>();
    public DbSet<Signature> Signatures => Set<Signature>();
    public DbSet<RegistrationBook> Books => Set<RegistrationBook>();
    public DbSet<RegistrationNumber> Numbers => Set<RegistrationNumber>();
    public DbSet<Pair> Pairs => Set<Pair>();
    public DbSet<SurveyAnswer> SurveyAnswers => Set<SurveyAnswer>();
    public DbSet<Consent> Consents => Set<Consent>();
    public DbSet<OutgoingMail> Mails => Set<OutgoingMail>();
    public DbSet<ActionLink> Links => Set<ActionLink>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<StoredFile> Files => Set<StoredFile>();
    public DbSet<AuditEvent> Audit => Set<AuditEvent>();
    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    /// <summary>What this context already holds under that key; unlike the framework's own look it does not first search everything held for changes.</summary>
    public T? Held<T>(Guid id) where T : class
    {
        bool searches = ChangeTracker.AutoDetectChangesEnabled;
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return Set<T>().Local.FindEntry(id)?.Entity;
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = searches;
        }
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(MentorshipDb).Assembly);
        foreach (IMutableEntityType type in builder.Model.GetEntityTypes().Where(t => typeof(IInstitutionOwned).IsAssignableFrom(t.ClrType)))
        {
            builder.Entity(type.ClrType).HasQueryFilter(OfScope(type.ClrType));
            if (FoundByOwner.Contains(type.ClrType)) continue;
            builder.Entity(type.ClrType).HasOne(typeof(Institution)).WithMany().HasForeignKey(nameof(IInstitutionOwned.InstitutionId)).OnDelete(DeleteBehavior.Restrict);
        }
        // Keys come from the program: a row that is first met by navigation is then taken for a new one.
        foreach (IMutableProperty key in builder.Model.GetEntityTypes().Select(t => t.FindProperty("Id")).OfType<IMutableProperty>().Where(p => p.ClrType == typeof(Guid)))
            key.ValueGenerated = ValueGenerated.Never;
        foreach (IMutableProperty version in builder.Model.GetEntityTypes().Select(t => t.FindProperty("Version")).OfType<IMutableProperty>().Where(p => p.ClrType == typeof(int)))
            version.IsConcurrencyToken = true;
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new NotSupportedException("Everything is saved asynchronously");

    /// <summary>Looks for changes once, counts the versions up, writes.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ChangeTracker.DetectChanges();
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            foreach (EntityEntry entry in ChangeTracker.Entries())
            {
                if (entry is { Entity: Person person, State: EntityState.Added or EntityState.Modified })
                {
                    person.RefreshSearchName();
                    entry.DetectChanges();
                }
                if (entry.State == EntityState.Modified && entry.Metadata.FindProperty("Version") is { IsConcurrencyToken: true, ClrType: var type } && type == typeof(int))
                    entry.Property("Version").CurrentValue = (int)entry.Property("Version").OriginalValue! + 1;
            }
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    /// <summary>A context goes back to a pool: it must not bring its institution along.</summary>
    public override void Dispose()
    {
        Scope = Guid.Empty;
        base.Dispose();
    }

    public override ValueTask DisposeAsync()
    {
        Scope = Guid.Empty;
        return base.DisposeAsync();
    }

    private LambdaExpression OfScope(Type type)
    {
        ParameterExpression row = Expression.Parameter(type, "row");
        return Expression.Lambda(Expression.Equal(
            Expression.Property(row, nameof(IInstitutionOwned.InstitutionId)),
            Expression.Property(Expression.Constant(this), nameof(Scope))), row);
    }
}
