using Mentorship.UseCases;
using Mentorship.Web.Layout;

namespace Mentorship.Web.Hosting;

/// <summary>Who asks in this request: made of the cookie and of today's staff list, never of what a form says.</summary>
public sealed class Session
{
    private Actor? _actor;

    public bool IsSignedIn => _actor is not null;

    /// <summary>On every page that asks for sign-in there is one.</summary>
    public Actor Actor => _actor ?? throw new InvalidOperationException("Nobody has signed in: the page must not be open to everybody, or must ask IsSignedIn");

    /// <summary>Names the session, so that a right PIN can be remembered in it.</summary>
    public string Id { get; private set; } = "";

    /// <summary>What the frame of the page shows.</summary>
    public ShellContext? Shell { get; internal set; }

    internal void Open(Actor actor, string id) => (_actor, Id) = (actor, id);
}
