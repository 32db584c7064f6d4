using Microsoft.Playwright;
using Stemma.Browser.Tests.Harness;
using Stemma.Claims;
using Stemma.Lineages;
using Stemma.Weighing;

namespace Stemma.Browser.Tests;

/// <summary>Draws the guide's pictures from the samples: <c>STEMMA_PICTURES=1 dotnet test tests/Stemma.Browser.Tests --filter GuidePictures</c>. Otherwise it only checks that they are there.</summary>
[Collection(DeskTests.Name)]
public sealed class GuidePictures(Desk desk)
{
    /// <summary>A guide that takes seconds to load is not read; and pictures stay in the repository for good.</summary>
    private const int MostBytes = 150_000;

    private static readonly string Folder = Path.Combine(Machine.Root, "docs", "guide", "pictures");

    [BrowserTheory]
    [InlineData("stories", "/", false, Media.Screen)]
    [InlineData("story", "/stories/{avalanche}", false, Media.Screen)]
    [InlineData("story-dark", "/stories/{avalanche}", true, Media.Screen)]
    [InlineData("claims", "/stories/{avalanche}/claims", false, Media.Screen)]
    [InlineData("differences", "/stories/{avalanche}/differences", false, Media.Screen)]
    [InlineData("claim", "/stories/{avalanche}/claims/{claim}", false, Media.Screen)]
    [InlineData("report", "/reports/{report}", false, Media.Screen)]
    [InlineData("outlet", "/outlets/{outlet}", false, Media.Screen)]
    [InlineData("lineage", "/stories/{avalanche}/lineage?edge={edge}", false, Media.Screen)]
    [InlineData("timeline", "/stories/{avalanche}/timeline", false, Media.Screen)]
    [InlineData("changed", "/stories/{avalanche}?since=2026-02-05", false, Media.Screen)]
    [InlineData("signs", "/style", false, Media.Screen)]
    [InlineData("print", "/stories/{avalanche}", false, Media.Print)]
    public async Task The_guide_has_its_picture(string name, string path, bool dark, Media media)
    {
        string file = Path.Combine(Folder, name + ".png");
        if (Environment.GetEnvironmentVariable("STEMMA_PICTURES") == "1")
        {
            await using Sheet sheet = await desk.OpenAsync(await PathAsync(path), dark, width: media is Media.Print ? 700 : 1100);
            await sheet.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = media, ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });
            if (media is Media.Print)
                await sheet.Page.EvaluateAsync("() => { document.body.style.padding = '24px 40px'; }"); // a picture has no paper's margins of its own
            Directory.CreateDirectory(Folder);
            await sheet.Page.ScreenshotAsync(new PageScreenshotOptions { Path = file, Clip = new Clip { X = 0, Y = 0, Width = media is Media.Print ? 700 : 1100, Height = 720 }, FullPage = true });
        }

        Assert.True(File.Exists(file), file);
        Assert.InRange(new FileInfo(file).Length, 1_000, MostBytes);
    }

    private async Task<string> PathAsync(string path)
    {
        string story = await desk.Samples.StoryAsync("avalanche");
        Story picture = (await desk.Samples.Store.PictureAsync(story, default))!.Story;
        Derivation edge = picture.Lineage.First(d => d.Alterations.Length > 0);
        return path.Replace("{avalanche}", story, StringComparison.Ordinal).Replace("{edge}", edge.From + "~" + edge.To, StringComparison.Ordinal)
            .Replace("{claim}", picture.Claims.Where(c => c.Status is ClaimStatus.Disputed).MaxBy(c => c.Assertions.Length)!.Id, StringComparison.Ordinal)
            .Replace("{report}", edge.From, StringComparison.Ordinal)
            .Replace("{outlet}", Uri.EscapeDataString(picture.Reports.Single(r => r.Id == edge.From).Outlet!), StringComparison.Ordinal);
    }
}
