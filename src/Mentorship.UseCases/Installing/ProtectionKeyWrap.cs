using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.UseCases.Installing;

/// <summary>Wraps the keys of cookies under the installation's key: who has only a copy of the database can sign nobody in.</summary>
internal sealed class ProtectionKeyWrap(InstallationKey key) : IXmlEncryptor
{
    private const int NonceLength = 12, TagLength = 16;

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        byte[] plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        byte[] wrapped = new byte[NonceLength + TagLength + plain.Length];
        RandomNumberGenerator.Fill(wrapped.AsSpan(0, NonceLength));
        using AesGcm aes = Cipher();
        aes.Encrypt(wrapped.AsSpan(0, NonceLength), plain, wrapped.AsSpan(NonceLength + TagLength), wrapped.AsSpan(NonceLength, TagLength));
        return new EncryptedXmlInfo(new XElement("wrapped", Convert.ToBase64String(wrapped)), typeof(ProtectionKeyUnwrap));
    }

    public XElement Decrypt(XElement wrappedElement)
    {
        byte[] wrapped = Convert.FromBase64String(wrappedElement.Value);
        byte[] plain = new byte[wrapped.Length - NonceLength - TagLength];
        using AesGcm aes = Cipher();
        aes.Decrypt(wrapped.AsSpan(0, NonceLength), wrapped.AsSpan(NonceLength + TagLength), wrapped.AsSpan(NonceLength, TagLength), plain);
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }

    private AesGcm Cipher()
    {
        Span<byte> own = stackalloc byte[32];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key.Bytes, own, [], "protection keys"u8);
        return new AesGcm(own, TagLength);
    }
}

/// <summary>The way back: the framework finds it by the name that stands beside each stored key.</summary>
internal sealed class ProtectionKeyUnwrap(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) => services.GetRequiredService<ProtectionKeyWrap>().Decrypt(encryptedElement);
}
