using Mentorship.Domain.Institutions;
using Mentorship.Domain.Naming;
using Mentorship.Domain.People;
using Mentorship.UseCases;
using Mentorship.UseCases.Installing;
using Mentorship.UseCases.People;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.Web.Tests;

/// <summary>A folder that bears the mark of a demonstration, with two institutions and a few people: built in a second, where the whole one takes a minute.</summary>
internal static class SmallDemonstration
{
    public const string Kindergarten = "МБДОУ «Детский сад № 5»", School = "МБОУ «Заречная СОШ»";

    public static async Task Put(string folder, string day = "2026-10-12")
    {
        ServiceCollection services = new();
        services.AddLogging().AddMentorship(new MentorshipSettings { DataFolder = folder, Demonstration = true });
        await using (ServiceProvider verbs = services.BuildServiceProvider())
        {
            await verbs.GetRequiredService<PrepareStorage>().RunAsync(CancellationToken.None);
            await Add(verbs, Kindergarten, "Юдина", "anna@example.org");
            await Add(verbs, School, "Мостовикова", "vera@example.org");
        }
        await File.WriteAllTextAsync(Path.Combine(folder, "demonstration.json"), $$"""{"today":"{{day}}"}""");
    }

    private static async Task Add(ServiceProvider verbs, string name, string surname, string email)
    {
        FirstPerson first = (await verbs.GetRequiredService<CreateInstitution>().RunAsync(
            new NewInstitution(name, name, InstitutionKind.School, null, surname, "Анна", "Петровна", Gender.Female, email, Site.Password) { Roles = [Roles.Curator], Post = "старший воспитатель" }, CancellationToken.None)).Value!;
        AddPerson add = verbs.GetRequiredService<AddPerson>();
        foreach ((string other, string post, string? role) in new[] { ("Ладогина", "заведующий", Roles.Director), ("Светозарова", "воспитатель", Roles.Mentor), ("Дубравская", "воспитатель", Roles.Mentor), ("Росинкина", "воспитатель", null) })
        {
            PersonCard card = new() { Surname = other, GivenName = "Вера", Patronymic = "Павловна", Gender = Gender.Female, Post = post, Roles = role is null ? [] : [new RoleTerm(role)] };
            Assert.Null((await add.RunAsync(Site.Curator(first), card, CancellationToken.None)).Refusal);
        }
    }
}
