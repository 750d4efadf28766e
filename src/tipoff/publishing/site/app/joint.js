// Joint probability of several legs of one game.

import { counted } from "./format.js";

const SHRINK = 40; // Number of shared games at which a correlation is shrunk by half.
const DRAWS = 40000;

const countOf = (game, market) => counted(market).reduce((total, name) => total + game[name], 0);

// Correlations between the legs, signed by their sides, from games in which both players played.
export function legCorrelations(legs, games) {
  const series = legs.map((leg) => {
    const own = games.filter((game) => game.player_id === leg.player.player_id);
    return new Map(own.map((game) => [game.game_id, countOf(game, leg.market)]));
  });
  const matrix = legs.map((_, a) => legs.map((__, b) => (a === b ? 1 : 0)));
  const pairs = [];
  for (let a = 0; a < legs.length; a += 1) {
    for (let b = a + 1; b < legs.length; b += 1) {
      const shared = [...series[a].keys()].filter((id) => series[b].has(id));
      const measured = pearson(shared.map((id) => series[a].get(id)), shared.map((id) => series[b].get(id)));
      const sign = legs[a].side === legs[b].side ? 1 : -1;
      const rho = sign * measured * (shared.length / (shared.length + SHRINK));
      matrix[a][b] = rho;
      matrix[b][a] = rho;
      pairs.push({ a, b, n: shared.length, rho });
    }
  }
  return { matrix, pairs };
}

function pearson(a, b) {
  const n = a.length;
  if (n < 3) return 0;
  const mean = (values) => values.reduce((total, value) => total + value, 0) / n;
  const [ma, mb] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < n; i += 1) {
    ab += (a[i] - ma) * (b[i] - mb);
    aa += (a[i] - ma) ** 2;
    bb += (b[i] - mb) ** 2;
  }
  return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : 0;
}

// Returns the share of draws of a Gaussian copula in which all legs win; the draws are always the same.
export function jointProbability(probabilities, matrix) {
  const factor = cholesky(matrix);
  const limits = probabilities.map(normalQuantile);
  const random = generator(20240412);
  let wins = 0;
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const z = probabilities.map(() => normalQuantile(random()));
    const all = limits.every((limit, i) => {
      let value = 0;
      for (let j = 0; j <= i; j += 1) value += factor[i][j] * z[j];
      return value <= limit;
    });
    if (all) wins += 1;
  }
  return wins / DRAWS;
}

function cholesky(matrix) {
  const n = matrix.length;
  const factor = matrix.map(() => Array(n).fill(0));
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let rest = matrix[i][j];
      for (let k = 0; k < j; k += 1) rest -= factor[i][k] * factor[j][k];
      factor[i][j] = i === j ? Math.sqrt(Math.max(rest, 1e-9)) : rest / factor[j][j];
    }
  }
  return factor;
}

// Mulberry32, a small generator that gives the same numbers in every browser.
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (((t ^ (t >>> 14)) >>> 0) + 0.5) / 4294967296;
  };
}

// Acklam's approximation of the inverse normal, to 1e-9 relative.
export function normalQuantile(p) {
  const a = [-39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716, 2.506628277459239];
  const b = [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572];
  const c = [-0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968, 2.938163982698783];
  const d = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416];
  const tail = (q) => (((((c[0] * q + c[1]) * q + c[2]) * q + c[3]) * q + c[4]) * q + c[5]) / ((((d[0] * q + d[1]) * q + d[2]) * q + d[3]) * q + 1);
  if (p < 0.02425) return tail(Math.sqrt(-2 * Math.log(p)));
  if (p > 1 - 0.02425) return -tail(Math.sqrt(-2 * Math.log(1 - p)));
  const q = p - 0.5;
  const r = q * q;
  return ((((((a[0] * r + a[1]) * r + a[2]) * r + a[3]) * r + a[4]) * r + a[5]) * q) / (((((b[0] * r + b[1]) * r + b[2]) * r + b[3]) * r + b[4]) * r + 1);
}
