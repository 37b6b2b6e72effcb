namespace Writethru.Formats;

/// <summary>Counts how many characters a reader has looked at, so that a test can prove that it is bounded.</summary>
/// <remarks>Every loop over text adds its length; a reader that is not linear shows in it, on any machine.</remarks>
sealed class StepCount
{
    /// <summary>Characters looked at so far, each as often as it was.</summary>
    public long Taken { get; private set; }

    public void Add(int characters) => Taken += characters;
}
