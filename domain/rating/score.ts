/** A share with the interval that holds the true value in 95 of 100 cases; all from 0 to 1. */
export interface Share {
  readonly share: number
  readonly low: number
  readonly high: number
}

/** The 97.5 % point of the standard normal distribution. */
const z = 1.959963984540054

/**
 * The share `part / whole` with its Wilson 95 % interval, or null when there is nothing to divide.
 * With p = part / whole and n = whole: (p + z²/2n ± z·√(p(1-p)/n + z²/4n²)) / (1 + z²/n).
 * Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the
 * American Statistical Association 22 (1927), pages 209-212. 5 of 5 has a lower bound of 56.6 %.
 */
export function wilsonShare(part: number, whole: number): Share | null {
  if (whole <= 0) return null
  const share = part / whole
  const middle = share + (z * z) / (2 * whole)
  const spread = z * Math.sqrt((share * (1 - share)) / whole + (z * z) / (4 * whole * whole))
  const scale = 1 + (z * z) / whole
  return {
    share,
    low: Math.max(0, (middle - spread) / scale),
    high: Math.min(1, (middle + spread) / scale),
  }
}

/** Answers, and those of them that are 4 or 5. */
export interface Answers {
  readonly answered: number
  readonly good: number
}

/** Satisfaction (满意度): (4 and 5) / rated, with its interval; null while nobody has rated. */
export function satisfaction({ answered, good }: Answers): Share | null {
  return wilsonShare(good, answered)
}
