namespace Crosscheck.Training.Learning;

/// <summary>Logistic regression of few features with an L2 penalty on all but the first, which is the bias; by Newton's method, so a dozen rounds are enough.</summary>
internal sealed class NewtonLogistic(int features, double penalty)
{
    private readonly List<(double[] Values, bool Answer, double Weight)> _examples = [];

    public void Add(double[] values, bool answer, double weight) => _examples.Add((values, answer, weight));

    public double[] Solve(int rounds)
    {
        var weights = new double[features];
        for (var round = 0; round < rounds; round++)
        {
            var gradient = new double[features];
            var curvature = new double[features, features];
            foreach (var (values, answer, weight) in _examples)
            {
                var sum = 0.0;
                for (var i = 0; i < features; i++) sum += weights[i] * values[i];
                var p = 1 / (1 + Math.Exp(-sum));
                var (error, bend) = (weight * (p - (answer ? 1 : 0)), weight * p * (1 - p));
                for (var i = 0; i < features; i++)
                {
                    if (values[i] == 0) continue;
                    gradient[i] += error * values[i];
                    for (var j = 0; j <= i; j++) curvature[i, j] += bend * values[i] * values[j];
                }
            }

            for (var i = 0; i < features; i++)
            {
                gradient[i] += i == 0 ? 0 : penalty * weights[i];
                curvature[i, i] += i == 0 ? 1e-6 : penalty;
            }

            Step(curvature, gradient);
            for (var i = 0; i < features; i++) weights[i] -= gradient[i];
        }

        return weights;
    }

    /// <summary>Solves by Cholesky's method; the right side becomes the solution. Only the lower triangle is read.</summary>
    private static void Step(double[,] matrix, double[] right)
    {
        var n = right.Length;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = matrix[i, j];
                for (var k = 0; k < j; k++) sum -= matrix[i, k] * matrix[j, k];
                matrix[i, j] = i == j ? Math.Sqrt(Math.Max(sum, 1e-12)) : sum / matrix[j, j];
            }
        }

        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < i; k++) right[i] -= matrix[i, k] * right[k];
            right[i] /= matrix[i, i];
        }

        for (var i = n - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < n; k++) right[i] -= matrix[k, i] * right[k];
            right[i] /= matrix[i, i];
        }
    }
}
