using QRCoder;

namespace Mentorship.Office.Writing;

/// <summary>A QR code of an address.</summary>
internal static class QrImage
{
    public static byte[] Png(string address)
    {
        using var generator = new QRCodeGenerator();
        using QRCodeData data = generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var code = new PngByteQRCode(data);
        return code.GetGraphic(8);
    }
}
