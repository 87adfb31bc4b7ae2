using System.Net;
using Mentorship.Domain;
using Mentorship.UseCases.Demonstrating;
using Mentorship.Web.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.Web.Tests.Pages.Demonstration;

public sealed class OpeningTests
{
    private const string Progress = "/start/demonstration";

    [Fact]
    public async Task Start_OnAnEmptyInstallation_OffersBoth()
    {
        await using Site site = new();

        string page = await site.Visitor().Read("/start");

        Assert.Contains("Открыть демонстрацию", page, StringComparison.Ordinal);
        Assert.Contains("Создать учреждение", page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"demo\"", page, StringComparison.Ordinal);
        Assert.Equal("/", (await site.Visitor().Open(Progress)).Leads());
    }

    [Fact]
    public async Task Opening_InOneClick_PlaysOnceAndTheSameProcessServesIt()
    {
        TaskCompletionSource played = new();
        int times = 0;
        await using OpeningSite site = new(async (folder, today, progress, cancel) =>
        {
            Interlocked.Increment(ref times);
            foreach (int before in Enumerable.Range(1, 48).Reverse()) progress.Report(today.AddDays(-before - 42));
            await played.Task.WaitAsync(cancel);
            await SmallDemonstration.Put(folder);
            return null;
        });
        Visitor visitor = Visitor(site);

        Assert.Equal(Progress, (await visitor.Post("/start", "open")).Leads());
        Assert.Contains("Демонстрация уже готовится", await visitor.Read("/start"), StringComparison.Ordinal);
        await Until.True(async () => (await visitor.Read(Progress)).Contains("48 из 90 дней", StringComparison.Ordinal));
        Assert.Contains("http-equiv=\"refresh\" content=\"3\"", await visitor.Read(Progress), StringComparison.Ordinal);
        await site.Services.GetRequiredService<DemonstrationOpening>().BeginAsync(CancellationToken.None);
        played.SetResult();
        await Until.True(() => site.Services.GetRequiredService<DemonstrationOpening>().State.Stage == OpeningStage.Ready);
        Assert.Equal(Progress, (await visitor.Open("/start")).Leads());
        Assert.Contains("url=/sign-in", await visitor.Read(Progress), StringComparison.Ordinal);

        await using Site anew = await site.Anew();
        string door = await anew.Visitor().Read("/sign-in");
        Assert.Contains(SmallDemonstration.Kindergarten, door, StringComparison.Ordinal);
        Assert.Contains("ПИН у всех 2580", door, StringComparison.Ordinal);
        Assert.Equal(1, times);
    }

    [Fact]
    public async Task Opening_WhenItBreaks_SaysTheNextStepAndCanBeTriedAgain()
    {
        int times = 0;
        await using OpeningSite site = new(async (folder, today, progress, cancel) =>
        {
            switch (Interlocked.Increment(ref times))
            {
                case 1: return new Refusal("FolderTaken", "");
                case 2: throw new IOException("No space left on device");
                case 3: throw new InvalidOperationException("secret detail");
            }
            await SmallDemonstration.Put(folder);
            return null;
        });
        Visitor visitor = Visitor(site);

        Assert.Equal(Progress, (await visitor.Post("/start", "open")).Leads());
        foreach (string expected in new[] { "Переименуйте или освободите", "есть место", "не затронуты" })
        {
            await Until.True(async () => (await visitor.Read(Progress)).Contains(expected, StringComparison.Ordinal));
            Assert.DoesNotContain("secret detail", await visitor.Read(Progress), StringComparison.Ordinal);
            Assert.Equal(Progress, (await visitor.Post(Progress, "open")).Leads());
        }

        await Until.True(async () => (await visitor.Read(Progress)).Contains("Демонстрация готова", StringComparison.Ordinal));
        await using Site anew = await site.Anew();
        Assert.Contains("Войти как", await anew.Visitor().Read("/sign-in"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opening_WhenSomebodyHasMadeAnInstitutionMeanwhile_IsGivenUp()
    {
        TaskCompletionSource made = new();
        await using OpeningSite site = new(async (folder, today, progress, cancel) =>
        {
            await made.Task.WaitAsync(cancel);
            await SmallDemonstration.Put(folder);
            return null;
        });
        Visitor visitor = Visitor(site);
        await visitor.Post("/start", "open");
        await Site.Create(site.Services, "curator@example.org", "МБОУ «Ершовская СОШ»");
        made.SetResult();

        await Until.True(async () => (await visitor.Read(Progress)).Contains("уже создано учреждение", StringComparison.Ordinal));

        Assert.False(Directory.Exists(DemonstrationMark.FolderIn(site.Folder)));
        Assert.Equal("/sign-in", (await visitor.Open("/")).Leads());
    }

    [Fact]
    public async Task Opening_WhereAnInstitutionIs_IsRefused()
    {
        await using OpeningSite site = new((_, _, _, _) => throw new InvalidOperationException("must not be played"));
        await Site.Create(site.Services, "curator@example.org", "МБОУ «Ершовская СОШ»");

        Assert.Equal("AlreadyBegun", (await site.Services.GetRequiredService<DemonstrationOpening>().BeginAsync(CancellationToken.None))?.Code);
        Assert.Equal("/", (await Visitor(site).Open("/start")).Leads());
    }

    [Fact]
    public async Task Opening_WithoutTheTokenOfThePage_IsRefused()
    {
        await using OpeningSite site = new((_, _, _, _) => throw new InvalidOperationException("must not be played"));
        using FormUrlEncodedContent forged = new([KeyValuePair.Create("_handler", "open")]);

        Assert.Equal(HttpStatusCode.BadRequest, (await Visitor(site).Client.PostAsync("/start", forged)).StatusCode);
        Assert.Equal(OpeningStage.NotBegun, site.Services.GetRequiredService<DemonstrationOpening>().State.Stage);
    }

    private static Visitor Visitor(WebHost site) => new(site.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }));
}
