using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Documents.Orders;
using Mentorship.Domain.Pairing;
using Mentorship.Flow;
using Mentorship.UseCases.Documents;

namespace Mentorship.UseCases.Deciding;

/// <summary>A task as a page shows it to the person who may decide it: behind a mail link and behind the sign-in the same.</summary>
public sealed record TaskSheet
{
    public required Guid Id { get; init; }
    public required WorkKind Kind { get; init; }
    public required string Title { get; init; }

    /// <summary>The last day in time; null: none, or it was over before the roadmap was approved.</summary>
    public DateOnly? Due { get; init; }
    public required DateOnly Today { get; init; }
    public bool BeforeApproval { get; init; }

    /// <summary>Continuous work whose one closing check is asked.</summary>
    public bool IsClosing { get; init; }
    public bool IsContinuous { get; init; }
    public int Round { get; init; }

    /// <summary>Where the document that the task asks for is composed; null where it asks for none, or for one that was sent back.</summary>
    public string? DraftHref { get; init; }
    public required string Holder { get; init; }
    public IReadOnlyList<Fact> Facts { get; init; } = [];
    public SheetDocument? Document { get; init; }

    /// <summary>The questions to answer.</summary>
    public SurveyForm? Survey { get; init; }

    /// <summary>What is filled in when the task is done.</summary>
    public IReadOnlyList<WorkField> Fields { get; init; } = [];

    /// <summary>The text to consent to.</summary>
    public ConsentForm? Consent { get; init; }

    /// <summary>How many pairs are confirmed and how many must be.</summary>
    public PairGoal? Pairs { get; init; }

    /// <summary>The step may be closed as «не выполнено».</summary>
    public bool MayFail { get; init; }
    public bool NeedsPin { get; init; }
    public bool HasPin { get; init; }

    /// <summary>What should prove it, as the roadmap says.</summary>
    public string? ExpectedProof { get; init; }

    /// <summary>How to do it, as whoever shaped the process explains it to the doer.</summary>
    public string? Help { get; init; }
    public IReadOnlyList<DocumentChoice> Documents { get; init; } = [];
}

/// <summary>The document on which is decided, in the exact version.</summary>
public sealed record SheetDocument(Guid Id, DocumentKind Kind, Guid VersionId, int Number, OrderText Text, DocumentMarks Marks)
{
    /// <summary>What is otherwise than in the version that the person saw last (or the one before); null for a first version.</summary>
    public WhatChanged? Changed { get; init; }
}

/// <summary>One line «what: value» about a task; the words of the label are the page's.</summary>
public sealed record Fact(FactKind Kind, string Value);

public enum FactKind { Number, Stage, Deadline, Responsible, Result, Indicator, DocumentKind, Author, Concurred, Registered, Holder, HandedOverFrom }
