using Crosscheck.Learning;

namespace Crosscheck.Language.Encoding;

/// <summary>Layer normalisation (Ba et al. 2016) with learned weight and bias. Immutable.</summary>
internal sealed class LayerNorm(float[] weight, float[] bias, Kernel kernel)
{
    private const float Epsilon = 1e-12f;

    public static LayerNorm Load(SafeTensors file, string name, int width, Kernel kernel) =>
        new(file.Tensor(name + ".weight").Expect(width).ToArray(), file.Tensor(name + ".bias").Expect(width).ToArray(), kernel);

    /// <summary>Normalises each piece of a sheet in place, after adding <paramref name="residual"/> where there is one.</summary>
    public void Apply(Sheet sheet, Sheet? residual = null)
    {
        for (var panel = 0; panel < sheet.Panels; panel++)
            kernel.Normalize(sheet.Panel(panel), residual is null ? [] : residual.Panel(panel), weight, bias, Epsilon);
    }
}
