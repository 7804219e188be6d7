package dev.lifeline.terminal;

/// Eyes, and how they see linear light: the full strength of Machado, Oliveira and Fernandes, "A Physiologically-based Model for
/// Simulation of Color Vision Deficiency" (IEEE TVCG 15 (6), 2009), table 1.
public enum Eye {
    ORDINARY(1, 0, 0, 0, 1, 0, 0, 0, 1),
    /// Without the cones for long waves.
    PROTAN(0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998),
    /// Without the cones for middle waves.
    DEUTAN(0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881),
    /// Without the cones for short waves.
    TRITAN(1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900);

    private final double[] matrix;

    Eye(double... matrix) {
        this.matrix = matrix;
    }

    /// Red, green and blue as this eye sees them, each between 0 and 1.
    double[] sees(double red, double green, double blue) {
        double[] seen = new double[3];
        for (int i = 0; i < 3; i++) {
            seen[i] = Math.clamp(matrix[3 * i] * red + matrix[3 * i + 1] * green + matrix[3 * i + 2] * blue, 0, 1);
        }
        return seen;
    }
}
