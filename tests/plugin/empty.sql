-- Nothing but people: no street, no place, no address, no event.
TRUNCATE voirie.troncon, voirie.noeud, voirie.voie, voirie.croisement, voirie.lieu, voirie.adresse, voirie.repere, voirie.mot, voirie.repere_mot, voirie.unite CASCADE;
