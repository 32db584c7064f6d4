namespace Stemma.Intake;

/// <summary>An input that cannot be read; the message is the one clear line that its rejection prints.</summary>
internal sealed class InputRejectedException(string reason) : Exception(reason);
