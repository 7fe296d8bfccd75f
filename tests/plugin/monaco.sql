-- The tests' town is Monaco: the territory follows.
UPDATE voirie.territoire SET nom = 'Monaco', ville = 'Monaco', emprise = ST_MakeEnvelope(1045000, 6295000, 1070000, 6315000, 2154);
