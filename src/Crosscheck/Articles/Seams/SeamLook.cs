namespace Crosscheck.Articles.Seams;

/// <summary>What the encoder makes of a place.</summary>
/// <param name="LogOdds">That another story begins there, by the head that was trained for it.</param>
/// <param name="Likeness">Cosine of the sentence vectors of the window's words before the place and after it.</param>
/// <param name="NearLikeness">The same of the nearest words alone.</param>
internal readonly record struct SeamLook(float LogOdds, float Likeness, float NearLikeness);
