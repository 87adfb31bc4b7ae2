using System.Xml.Linq;
using Mentorship.Storage;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Installing;

/// <summary>Keeps the keys of cookies and forms in the database, where every node and every restart finds them.</summary>
internal sealed class ProtectionKeyStore(IDbContextFactory<MentorshipDb> factory) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using MentorshipDb db = factory.CreateDbContext();
        return [.. db.ProtectionKeys.AsNoTracking().OrderBy(key => key.Id).Select(key => key.Xml).ToList().Select(xml => XElement.Parse(xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using MentorshipDb db = factory.CreateDbContext();
        db.ProtectionKeys.Add(new ProtectionKey { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        // The framework's contract is synchronous; this happens once in a key's life of ninety days.
        db.SaveChangesAsync().GetAwaiter().GetResult();
    }
}
