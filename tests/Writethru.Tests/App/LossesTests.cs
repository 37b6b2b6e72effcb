using Writethru.App.Cli;
using Writethru.Copy;
using Writethru.Formats.Registry;

namespace Writethru.Tests.App;

public class LossesTests
{
    static readonly Omission[] _omissions =
    [
        new("senderId", "a"), new("senderVersion", "b"), new("versionCreated", "c"), new("priority", "There is none."),
    ];

    [Fact]
    public void What_every_take_loses_of_its_identity_is_one_line()
    {
        var losses = new Losses(isListed: true);
        losses.Add("harbor.txt", 1, WireFormats.Find("ninjs")!, [.. _omissions]);

        Assert.Equal(
            [
                "harbor.txt: ninjs cannot carry senderId, senderVersion, versionCreated: identity, version and instant "
                    + "are those of this wire.",
                "harbor.txt: ninjs cannot carry priority: There is none.",
            ],
            Told(losses));
    }

    [Fact]
    public void A_file_for_losses_silences_the_lines()
    {
        var losses = new Losses(isListed: false);
        losses.Add("harbor.txt", 1, WireFormats.Find("ninjs")!, [.. _omissions]);

        Assert.Empty(Told(losses));
    }

    static string[] Told(Losses losses)
    {
        var lines = new StringWriter();
        losses.Tell(lines);
        return lines.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
    }
}
