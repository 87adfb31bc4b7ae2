using System.Net;
using System.Text.RegularExpressions;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.Naming;
using Mentorship.Domain.People;
using Mentorship.UseCases;
using Mentorship.UseCases.Installing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.Web.Tests;

/// <summary>The whole product on a data folder of its own, asked over HTTP as a browser without scripts asks.</summary>
public sealed class Site : WebHost
{
    public const string Password = "четыре слова подряд";
    private readonly (string Key, string Value)[] _settings;

    /// <param name="settings">What the environment says beyond the usual.</param>
    public Site(params (string Key, string Value)[] settings)
    {
        _settings = settings;
        EmptyDatabase.Put(Folder);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        foreach ((string key, string value) in _settings) builder.UseSetting(key, value);
    }

    /// <summary>A use case of the running product.</summary>
    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    /// <summary>An institution with its first person: curator and administrator, who signs in with <paramref name="email"/> and <see cref="Password"/>.</summary>
    public Task<FirstPerson> Create(string email = "curator@example.org", string name = "МБОУ «Заречная СОШ»", params string[] roles) => Create(Services, email, name, roles);

    /// <summary>The same on any running product.</summary>
    public static async Task<FirstPerson> Create(IServiceProvider product, string email, string name, params string[] roles) =>
        (await product.GetRequiredService<CreateInstitution>().RunAsync(new NewInstitution(name, name, InstitutionKind.School, "Заречье", "Мотылёва", "Екатерина", "Константиновна", Gender.Female, email, Password)
        {
            Roles = roles is [] ? [Roles.Curator] : roles,
        }, CancellationToken.None)).Value!;

    /// <summary>What the first person of an institution may do, for use cases called past the pages.</summary>
    public static Actor Curator(FirstPerson first) => new(first.InstitutionId, first.PersonId, new HashSet<string> { Roles.Curator, Roles.Administrator });

    /// <summary>A visitor with cookies of their own; redirects are answers, not followed.</summary>
    public Visitor Visitor() => new(CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }));

    /// <summary>A visitor who has signed in.</summary>
    public async Task<Visitor> SignIn(string email = "curator@example.org", string password = Password)
    {
        Visitor visitor = Visitor();
        HttpResponseMessage answer = await visitor.Post("/sign-in", "enter", ("Form.Email", email), ("Form.Password", password));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return visitor;
    }
}

/// <summary>What an answer tells a browser.</summary>
public static class Answers
{
    /// <summary>The path and query to which an answer sends on; empty where it does not.</summary>
    public static string Leads(this HttpResponseMessage answer) => answer.Headers.Location switch
    {
        null => "",
        { IsAbsoluteUri: true } address => address.PathAndQuery,
        { } path => path.ToString(),
    };
}

/// <summary>A browser without scripts: it keeps cookies, and posts a form of a page with what is already in the form.</summary>
public sealed partial class Visitor(HttpClient client)
{
    public HttpClient Client => client;

    public Task<HttpResponseMessage> Open(string path) => client.GetAsync(path);

    /// <summary>The words of a page that must be there.</summary>
    public async Task<string> Read(string path)
    {
        HttpResponseMessage answer = await Open(path);
        Assert.True(answer.IsSuccessStatusCode, $"{path} answered {(int)answer.StatusCode}, to {answer.Leads()}");
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Posts the form of that name on a page as a browser would: with what stands in its fields, the antiforgery token among them, and the given values in their place.</summary>
    /// <param name="form">The name of the form (<c>@formname</c>).</param>
    /// <param name="values">A null value leaves its field out, as an unticked box is.</param>
    public async Task<HttpResponseMessage> Post(string path, string form, params (string Name, string? Value)[] values)
    {
        string page = await Read(path);
        string markup = Forms().Matches(page).Select(match => match.Value).FirstOrDefault(text => Handler(text) == form)
            ?? throw new InvalidOperationException($"{path} has no form «{form}», it has: {string.Join(", ", Forms().Matches(page).Select(match => Handler(match.Value)))}");
        List<KeyValuePair<string, string>> fields = [.. Standing(markup).Where(field => field.Key.Length > 0 && values.All(value => value.Name != field.Key))];
        fields.AddRange(values.Where(value => value.Value is not null).Select(value => KeyValuePair.Create(value.Name, value.Value!)));
        string action = Action().Match(markup) is { Success: true } match ? WebUtility.HtmlDecode(match.Groups[1].Value) : path;
        using FormUrlEncodedContent content = new(fields);
        return await client.PostAsync(action, content);
    }

    /// <summary>What a browser would send of the form if nobody touched it.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Standing(string form)
    {
        foreach (string input in Inputs().Matches(form).Select(match => match.Value))
        {
            bool isBox = Attribute(input, "type") is "checkbox" or "radio";
            if (!isBox || Regex.IsMatch(input, "\\schecked\\b")) yield return KeyValuePair.Create(Attribute(input, "name"), Attribute(input, "value"));
        }
        foreach (Match area in TextAreas().Matches(form)) yield return KeyValuePair.Create(Attribute(area.Value, "name"), WebUtility.HtmlDecode(area.Groups[1].Value));
        foreach (Match select in Selects().Matches(form))
        {
            string[] options = [.. Options().Matches(select.Value).Select(match => match.Value)];
            string? chosen = options.FirstOrDefault(option => Regex.IsMatch(option, "\\sselected\\b")) ?? options.FirstOrDefault();
            if (chosen is not null) yield return KeyValuePair.Create(Attribute(select.Value, "name"), Attribute(chosen, "value"));
        }
    }

    private static string? Handler(string form) => Inputs().Matches(form).Select(match => match.Value).Where(input => Attribute(input, "name") == "_handler").Select(input => Attribute(input, "value")).FirstOrDefault();

    private static string Attribute(string input, string name) => WebUtility.HtmlDecode(Regex.Match(input, $"\\s{name}=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("<form\\b[\\s\\S]*?</form>")]
    private static partial Regex Forms();

    [GeneratedRegex("<input\\b[^>]*>")]
    private static partial Regex Inputs();

    [GeneratedRegex("<textarea\\b[^>]*>([\\s\\S]*?)</textarea>")]
    private static partial Regex TextAreas();

    [GeneratedRegex("<select\\b[\\s\\S]*?</select>")]
    private static partial Regex Selects();

    [GeneratedRegex("<option\\b[^>]*>")]
    private static partial Regex Options();

    [GeneratedRegex("^<form\\b[^>]*\\saction=\"([^\"]+)\"")]
    private static partial Regex Action();
}
