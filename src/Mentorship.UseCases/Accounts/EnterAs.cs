using Mentorship.Domain;

namespace Mentorship.UseCases.Accounts;

/// <summary>«Войти как …»: anybody becomes anybody, in a demonstration only.</summary>
public sealed class EnterAs
{
    private readonly Work _work;
    private readonly MentorshipSettings _settings;

    internal EnterAs(Work work, MentorshipSettings settings) => (_work, _settings) = (work, settings);

    public async Task<Outcome<Entry>> RunAsync(Guid person, CancellationToken cancel)
    {
        if (!_settings.Demonstration) return new Refusal("OnlyInDemonstration", "Войти от имени другого человека можно только в демонстрации. Войдите по адресу и паролю.");
        return await _work.DoAsync<Entry>(Guid.Empty, async (db, at) =>
        {
            if (await Belonging.OfAsync(db, person, at, cancel) is not [{ Institution: { } place }, ..])
                return new Refusal("NobodyThere", "Этого человека в демонстрации нет. Выберите другого из списка.");
            string stamp = (await db.Users.FindAsync([person], cancel))?.SecurityStamp ?? Entry.NoAccount;
            db.Audit.Add(place.Audit.Append(place.Id, place.Id, "EnteredAs", person, "", at));
            return new Entry(person, place.Id, stamp);
        }, cancel);
    }
}
