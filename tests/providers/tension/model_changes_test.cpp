#include "engine/error.hpp"
#include "providers/tension/model_changes.hpp"
#include "providers/tension/model_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>

namespace cortege::tension {
namespace {

const std::filesystem::path file =
    std::filesystem::path(CORTEGE_SOURCE_DIR) / "metadata" / "tension" / "espace_public.toml";

std::string sha256sum(const std::string &command) {
  char digest[65] = {};
  FILE *out = popen(command.c_str(), "r");
  const bool read = out != nullptr && std::fscanf(out, "%64s", digest) == 1;
  if (out != nullptr)
    pclose(out);
  return read ? digest : "";
}

TEST(ModelFile, DigestIsTheFiles) {
  EXPECT_EQ(read_model(file).digest, sha256sum("sha256sum " + file.string()));
}

TEST(ModelChanges, AreAppliedAndSaid) {
  const engine::TensionModel model = read_model(file);
  const engine::TensionModel tried = changed(model, "statique.poids=0;deambulatoire.portee=512.5");
  for (std::size_t i = 0; i < model.sources.size(); ++i) {
    const std::string &name = model.sources[i].name;
    EXPECT_EQ(tried.sources[i].weight, name == "statique" ? 0 : model.sources[i].weight) << name;
    EXPECT_EQ(tried.sources[i].bandwidth, name == "deambulatoire" ? 512.5 : model.sources[i].bandwidth)
        << name;
  }
  EXPECT_EQ(tried.name, "espace_public modifié");
  EXPECT_EQ(tried.status, "exploratoire");
  EXPECT_EQ(changes_between(model, tried), "deambulatoire.portee=512.5;statique.poids=0");
}

TEST(ModelChanges, AnApprovedModelChangedIsExploratory) {
  engine::TensionModel model = read_model(file);
  model.status = "approuve";
  EXPECT_EQ(changed(model, "").status, "approuve");
  EXPECT_EQ(changed(model, "statique.poids=1").status, "approuve") << "the weight it has";
  EXPECT_EQ(changed(model, "statique.poids=2").status, "exploratoire");
}

TEST(ModelChanges, TheDigestIsOfModelAndChangesWhateverTheirOrder) {
  const engine::TensionModel model = read_model(file);
  const std::string one = changed(model, "statique.poids=2;deambulatoire.poids=3").digest;
  EXPECT_EQ(one, changed(model, "deambulatoire.poids=3;statique.poids=2").digest);
  EXPECT_EQ(one,
            sha256sum("printf '" + model.digest + "\\ndeambulatoire.poids=3;statique.poids=2' | sha256sum"));
  EXPECT_NE(one, changed(model, "statique.poids=2;deambulatoire.poids=4").digest);
  EXPECT_EQ(changed(model, "statique.poids=1").digest, model.digest);
}

TEST(ModelChanges, NonsenseIsRefused) {
  const engine::TensionModel model = read_model(file);
  for (const char *nonsense :
       {"statique", "statique.poids", "statique.poids=", "statique.poids=beaucoup", "statique.poids=-1",
        "statique.poids=1x", "statique.portee=0", "statique.noyau=1", "inconnue.poids=1",
        "statique.poids=nan", "statique.poids=inf", ";", "statique.poids=1;;"})
    EXPECT_THROW(changed(model, nonsense), engine::Error) << nonsense;
}

} // namespace
} // namespace cortege::tension
