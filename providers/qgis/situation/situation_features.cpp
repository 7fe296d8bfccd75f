#include "providers/qgis/situation/situation_features.hpp"

#include <list>
#include <mutex>

namespace cortege::qgis {
namespace {

constexpr std::size_t most_answers = 64; // an animation's frames, of a few layers

struct Answer {
  SituationLayer layer;
  std::weak_ptr<const Seen> seen;
  std::string digest;
  engine::Window window;
  std::shared_ptr<const Features> features;
};

// Each request of a server makes its sources anew, and a map asks again at each pan: answers outlive both.
class Answers {
public:
  std::shared_ptr<const Features> find(SituationLayer layer, const Question &question) {
    const std::lock_guard lock(mutex_);
    answers_.remove_if([](const Answer &one) { return one.seen.expired(); });
    for (const Answer &one : answers_)
      if (one.layer == layer && one.seen.lock() == question.seen && one.digest == question.model.digest
          && one.window == question.window)
        return one.features;
    return nullptr;
  }
  void keep(Answer answer) {
    const std::lock_guard lock(mutex_);
    answers_.push_front(std::move(answer));
    if (answers_.size() > most_answers)
      answers_.pop_back();
  }

private:
  std::mutex mutex_;
  std::list<Answer> answers_;
};

Features computed(SituationLayer layer, const Question &question, const engine::Progress &progress) {
  switch (layer) {
  case SituationLayer::zones:
    return zone_features(question, progress);
  case SituationLayer::marches:
    return march_features(question);
  case SituationLayer::heads:
    return head_features(question);
  case SituationLayer::clashes:
    return clash_features(question, progress);
  default:
    return partial_features(question);
  }
}

} // namespace

std::shared_ptr<const Features> situation_features(SituationLayer layer, const Question &question,
                                                   const engine::Progress &progress) {
  static Answers answers;
  if (auto known = answers.find(layer, question))
    return known;
  Features features = computed(layer, question, progress);
  for (std::size_t i = 0; i < features.size(); ++i)
    features[i].setId(static_cast<QgsFeatureId>(i) + 1);
  auto kept = std::make_shared<const Features>(std::move(features));
  answers.keep({layer, question.seen, question.model.digest, question.window, kept});
  return kept;
}

QgsFeature feature_of(const QgsFields &fields, const QVector<QVariant> &attributes,
                      const QgsGeometry &geometry) {
  QgsFeature feature(fields);
  feature.setAttributes(QgsAttributes(attributes));
  feature.setGeometry(geometry);
  feature.setValid(true);
  return feature;
}

} // namespace cortege::qgis
