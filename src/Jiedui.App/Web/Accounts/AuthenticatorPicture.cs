using QRCoder;

namespace Jiedui.App.Web.Accounts;

/// <summary>An authenticator's secret as a picture to scan, drawn in the page itself: black on white in either theme, for cameras.</summary>
internal static class AuthenticatorPicture
{
    private const int PixelsPerModule = 4;

    public static string Svg(string name, string key)
    {
        var address = $"otpauth://totp/{Uri.EscapeDataString("结对:" + name)}?secret={key}&issuer={Uri.EscapeDataString("结对")}&digits=6";
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(data);
        return picture.GetGraphic(PixelsPerModule, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.WidthHeightAttribute);
    }

    /// <summary>In groups of four, as people type it.</summary>
    public static string Spaced(string key) => string.Join(' ', key.Chunk(4).Select(group => new string(group)));
}
