using Stemma.Reports;
using Stemma.Stories;

namespace Stemma.Tests.Stories;

/// <summary>Affairs that are reported on for weeks, and events that only share their cast.</summary>
public sealed class LongStoryTests
{
    private static readonly Report[] Inquiry =
    [
        Some.Report("a", "A dredger sank off Vessholm with six crew on Monday, the Skagre harbour office said. The dredger Maudlin went down near Tollen Reef; harbour master Ragna Ulvestad said four men were picked up.", "Dredger Maudlin sinks off Vessholm", "2025-03-03T09:00:00Z"),
        Some.Report("b", "Two men of the dredger Maudlin are still missing off Tollen Reef, harbour master Ragna Ulvestad said. Captain Osk Brandval told rescuers that the dredger listed before it sank off Vessholm.", "Two missing after dredger sinks", "2025-03-04T09:00:00Z"),
        Some.Report("c", "Divers found the wreck of the dredger Maudlin at Tollen Reef, and harbour master Ragna Ulvestad opened an inquiry into why it sank off Vessholm. Captain Osk Brandval will be heard.", "Divers find wreck of the Maudlin", "2025-03-07T09:00:00Z"),
        Some.Report("d", "The inquiry into the sinking of the dredger Maudlin heard captain Osk Brandval, who said a hatch was left open off Vessholm. Harbour master Ragna Ulvestad asked why the dredger was near Tollen Reef.", "Captain tells Maudlin inquiry of open hatch", "2025-03-19T09:00:00Z"),
        Some.Report("e", "The inquiry into the dredger Maudlin blamed an open hatch for its sinking at Tollen Reef. Captain Osk Brandval did not check it before leaving Vessholm, harbour master Ragna Ulvestad wrote.", "Open hatch sank the Maudlin, inquiry finds", "2025-04-05T09:00:00Z"),
    ];

    [Fact]
    public void An_affair_of_weeks_stays_one_story()
    {
        StoryGrouper grouper = new();
        foreach (Report report in Inquiry)
            grouper.Add(report);

        Assert.Single(Inquiry.Select(r => grouper.StoryOf(r.Id)).Distinct());
    }

    [Fact]
    public void Two_events_of_one_cast_months_apart_stay_two()
    {
        StoryGrouper grouper = new();
        grouper.Add(Some.Report("tax", "Prime minister Halle Trovik and opposition leader Sigrun Aabel clashed in parliament over a tax on diesel. Trovik said hauliers would be repaid; Aabel called the tax theft.", "Trovik and Aabel clash over diesel tax", "2025-02-03T09:00:00Z"));
        grouper.Add(Some.Report("tax2", "Parliament passed the tax on diesel after prime minister Halle Trovik promised hauliers a refund. Opposition leader Sigrun Aabel voted against the tax.", "Parliament passes diesel tax", "2025-02-03T18:00:00Z"));
        grouper.Add(Some.Report("bases", "Prime minister Halle Trovik will let allied jets use two northern airfields. Opposition leader Sigrun Aabel backed the treaty, which a committee has to ratify by June.", "Trovik opens airfields to allied jets", "2025-05-12T09:00:00Z"));

        Assert.Equal(grouper.StoryOf("tax"), grouper.StoryOf("tax2"));
        Assert.NotEqual(grouper.StoryOf("tax"), grouper.StoryOf("bases"));
    }
}
