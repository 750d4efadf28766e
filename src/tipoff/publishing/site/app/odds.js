// Prices and distributions, by the same formulas as in the pipeline, so that readers can move lines.

// Returns the probabilities of the counts 0, 1, ... of a mixture: a usual game and a short game, each
// negative binomial with variance mean * dispersion, and extra zeros.
export function pmf({ mean, dispersion, zero_share: zero, low_share, low_ratio, low_dispersion }) {
  const low = low_share ?? 0;
  const ratio = low_ratio ?? 1;
  const usual = mean / ((1 - zero) * (1 - low + low * ratio));
  const parts = [component(usual, dispersion, 1 - low), component(usual * ratio, low_dispersion ?? dispersion, low)];
  const masses = [];
  let total = 0;
  for (let k = 0; k < 400 && total < 1 - 1e-7; k += 1) {
    const mass = parts[0].mass + parts[1].mass;
    const share = (1 - zero) * mass + (k === 0 ? zero : 0);
    masses.push(share);
    total += share;
    parts.forEach((each) => {
      each.mass *= ((each.size + k) / (k + 1)) * each.ratio;
    });
  }
  return masses;
}

function component(mean, dispersion, share) {
  const excess = Math.max(dispersion - 1, 1e-6);
  const size = mean / excess;
  return { size, ratio: excess / (1 + excess), mass: share * Math.exp(-size * Math.log1p(excess)) };
}

export function atLine(masses, line) {
  let under = 0;
  let push = 0;
  masses.forEach((mass, k) => {
    if (k < line) under += mass;
    else if (k === line) push = mass;
  });
  return { over: Math.max(1 - under - push, 0), push, under };
}

export const decided = ({ over, under }) => over / (over + under);

export function decimal(american) {
  if (american === null || american === undefined) return null;
  return american > 0 ? 1 + american / 100 : 1 - 100 / american;
}

export function american(decimalOdds) {
  return decimalOdds >= 2 ? 100 * (decimalOdds - 1) : -100 / (decimalOdds - 1);
}

export function fair(win, lose) {
  return win > 1e-9 && lose > 1e-9 ? american(1 + lose / win) : null;
}

export function value(win, lose, price) {
  return price === null || price === undefined ? null : win * (decimal(price) - 1) - lose;
}

export function stake(win, lose, price) {
  const gain = (decimal(price) - 1) * (win + lose);
  return Math.min(Math.max(value(win, lose, price) / gain, 0) / 4, 0.02);
}

export const implied = (price) => 1 / decimal(price);

export function hold(over, under) {
  return 1 - 1 / (implied(over) + implied(under));
}

// No-vig probability of over, by three methods.
export const NO_VIG = {
  multiplicative(over, under) {
    const [a, b] = [implied(over), implied(under)];
    return a / (a + b);
  },
  shin(over, under) {
    // For two outcomes, Shin's method takes the same amount off both (Jullien & Salanie 1994).
    const [a, b] = [implied(over), implied(under)];
    return a - (a + b - 1) / 2;
  },
  power(over, under) {
    const [a, b] = [implied(over), implied(under)];
    let [low, high] = [0.01, 100];
    for (let step = 0; step < 80; step += 1) {
      const k = Math.sqrt(low * high);
      if (a ** k + b ** k > 1) low = k;
      else high = k;
    }
    return a ** low;
  },
};

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (!sorted.length) return null;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

// Wilson's 95 % interval for a rate.
export function wilson(hits, n) {
  if (!n) return null;
  const z = 1.959964;
  const p = hits / n;
  const middle = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  return { rate: p, low: middle - half, high: middle + half };
}
