using Mentorship.Domain;
using Mentorship.Flow;
using Mentorship.Web.Pages.Designer;

namespace Mentorship.Web.Tests.Pages.Designer;

public sealed class DraftKeeperTests
{
    private static readonly Refusal Busy = new("DraftMovedOn", "Черновик изменил другой человек.");

    [Fact]
    public async Task Change_IsSavedByItself_AndChangesMeanwhileGoWithTheNext()
    {
        DesignerSession session = DesignerSessionTests.Open("order-pairs");
        Server server = new(session);
        server.Hold();

        session.Apply(new RenameStep("concur", "Раз"));
        await Until.True(() => server.Taken.Count == 1);
        session.Apply(new RenameStep("concur", "Два"));
        session.Apply(new RenameStep("concur", "Три"));
        Assert.Equal(DraftState.Saving, server.Keeper.State);
        server.LetGo();
        await Until.True(() => server.Keeper.State == DraftState.Saved);

        Assert.Equal(["Раз", "Три"], server.Taken);
        Assert.NotNull(server.Keeper.SavedAt);
    }

    [Fact]
    public async Task Refusal_StopsTheSaving_UntilSomebodySaysGoOn()
    {
        DesignerSession session = DesignerSessionTests.Open("order-pairs");
        Server server = new(session) { Answer = Busy };

        session.Apply(new RenameStep("concur", "Раз"));
        await Until.True(() => server.Keeper.State == DraftState.NotSaved);
        session.Apply(new RenameStep("concur", "Два"));
        Assert.Same(Busy, server.Keeper.Refusal);
        Assert.Equal(["Раз"], server.Taken);
        server.Answer = null;
        Assert.Null(await server.Keeper.FlushAsync());

        Assert.Equal(["Раз", "Два"], server.Taken);
        Assert.Equal(DraftState.Saved, server.Keeper.State);
    }

    [Fact]
    public async Task Dispose_SavesWhatIsNotSavedYet()
    {
        DesignerSession session = DesignerSessionTests.Open("order-pairs");
        Server server = new(session);

        session.Apply(new RenameStep("concur", "Последнее"));
        await server.Keeper.DisposeAsync();

        Assert.Equal(["Последнее"], server.Taken);
        session.Apply(new RenameStep("concur", "После закрытия"));
        Assert.Equal(["Последнее"], server.Taken);
    }

    [Fact]
    public async Task Undo_IsSavedToo()
    {
        DesignerSession session = DesignerSessionTests.Open("order-pairs");
        string name = session.Graph.Node("concur").Name;
        Server server = new(session);
        session.Apply(new RenameStep("concur", "Раз"));
        await server.Keeper.FlushAsync();

        session.Undo();
        await server.Keeper.FlushAsync();

        Assert.Equal(["Раз", name], server.Taken);
    }

    /// <summary>Takes drafts, and remembers what the step «concur» was called in each.</summary>
    private sealed class Server
    {
        private TaskCompletionSource? _held;

        public Server(DesignerSession session) => Keeper = new DraftKeeper(session, TakeAsync, TimeProvider.System, TimeSpan.FromMilliseconds(10));

        public DraftKeeper Keeper { get; }
        public List<string> Taken { get; } = [];
        public Refusal? Answer { get; set; }

        public void Hold() => _held = new TaskCompletionSource();

        public void LetGo() => _held!.SetResult();

        private async Task<Refusal?> TakeAsync(ProcessDefinition draft)
        {
            Taken.Add(draft.Find("concur")!.Title);
            if (_held is not null) await _held.Task;
            return Answer;
        }
    }
}
