"""The tree over the log's leaves (RFC 6962, RFC 9162 §2.1): pure, and small enough to be read at one sitting."""

from rundbord.audit.tree.checking import is_consistent, is_included
from rundbord.audit.tree.growing import Frontier, Subtree
from rundbord.audit.tree.hashing import EMPTY_ROOT, leaf_hash, node_hash
from rundbord.audit.tree.proving import Subtrees, consistency_proof, frontier_at, inclusion_proof, root_at

__all__ = [
    "EMPTY_ROOT",
    "Frontier",
    "Subtree",
    "Subtrees",
    "consistency_proof",
    "frontier_at",
    "inclusion_proof",
    "is_consistent",
    "is_included",
    "leaf_hash",
    "node_hash",
    "root_at",
]
