export { isMirror, isPublic, mirrorBase, placeInMirror } from "./address";
export { kindWords, timeWords, type Fetch } from "./fetch";
export { fetchesOf } from "./fetches";
export { crowdedFiles, mirrorFiles, mirrorScript, mirrorSums } from "./kit";
export { toMirror } from "./rewrite";
