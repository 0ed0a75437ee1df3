/**
 * Leaves, roots and proofs of the eight-leaf tree of Certificate Transparency's own tests: google/certificate-transparency,
 * cpp/merkletree/merkle_tree_test.cc (commit c41b090), the same in transparency-dev/merkle, testonly/constants.go.
 */
export const referenceEntries = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];

/** Roots of the trees of 0, 1 … 8 of them. */
export const referenceRoots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

const a = {
  l0: '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  l1: '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
  l2: '0298d122906dcfc10892cb53a73992fc5b9f493ea4c9badb27b791b4127a7fe7',
  l3: '07506a85fd9dd2f120eb694f86011e5bb4662e5c415a62917033d4a9624487e7',
  l4: 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
  l6: 'b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f',
  l7: '46f6ffadd3d06a09ff3c5860d2755c8b9819db7df44251788c7d8e3180de8eb1',
  n01: 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  n23: '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
  n45: '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
  n67: 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
  n03: 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  n47: '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
  n46: '837dbb152e9b079010717e84e865da4ebc0fa198a806d59d31bf15accef22d0e',
};

/** Inclusion proofs: leaf, size, path. */
export const referenceInclusions: readonly (readonly [number, number, readonly string[]])[] = [
  [0, 1, []],
  [0, 2, [a.l1]],
  [2, 3, [a.n01]],
  [0, 5, [a.l1, a.n23, a.l4]],
  [4, 5, [a.n03]],
  [6, 7, [a.n45, a.n03]],
  [0, 7, [a.l1, a.n23, a.n46]],
  [0, 8, [a.l1, a.n23, a.n47]],
  [5, 8, [a.l4, a.n67, a.n03]],
  [7, 8, [a.l6, a.n45, a.n03]],
];

/** Consistency proofs: old size, size, path. */
export const referenceConsistencies: readonly (readonly [number, number, readonly string[]])[] = [
  [1, 1, []],
  [1, 8, [a.l1, a.n23, a.n47]],
  [2, 5, [a.n23, a.l4]],
  [3, 7, [a.l2, a.l3, a.n01, a.n46]],
  [4, 8, [a.n47]],
  [6, 8, [a.n45, a.n67, a.n03]],
  [7, 8, [a.l6, a.l7, a.n45, a.n03]],
  [8, 8, []],
];
